import { bytesOf } from '../value/utf8.ts';
import { type FormatFlags, pad } from './format-flags.ts';
import { quoteText } from './quote-text.ts';

/** A text as Go's fmt prints it with this verb; undefined when the verb is none for texts. */
export function formatString(text: string, verb: string, flags: FormatFlags): string | undefined {
  switch (verb) {
    case 'v':
      return flags.sharpV ? quoted(text, flags) : pad(truncated(text, flags), flags);
    case 's':
      return pad(truncated(text, flags), flags);
    case 'q':
      return quoted(text, flags);
    case 'x':
      return hexadecimal(text, flags);
    case 'X':
      return hexadecimal(text, flags).toUpperCase();
    default:
      return undefined;
  }
}

/** The precision counts characters. */
function truncated(text: string, { precision }: FormatFlags): string {
  if (precision === undefined || precision >= text.length) return text;
  let end = 0;
  for (let left = precision; left > 0 && end < text.length; left--)
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what Go's `strconv.CanBackquote` refuses.
const NEVER_RAW = /[\0-\x08\x0a-\x1f`\x7f\ufeff]|[\udc80-\udcff](?<![\ud800-\udbff][\udc80-\udcff])/;

function quoted(text: string, flags: FormatFlags): string {
  const shown = truncated(text, flags);
  return pad(flags.sharp && !NEVER_RAW.test(shown) ? `\`${shown}\`` : quoteText(shown, flags.plus), flags);
}

function hexadecimal(text: string, flags: FormatFlags): string {
  const bytes = bytesOf(text).subarray(0, flags.precision);
  const codes = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const prefix = flags.sharp && codes.length > 0 ? '0x' : '';
  return pad(prefix + codes.join(flags.space ? ` ${prefix}` : ''), flags);
}
