import { quoteText } from '../../text/quote-text.ts';
import { fromByteString } from '../strings/byte-string.ts';

/** An IP address as Go's `netip.ParseAddr` reads it. */
export interface Address {
  readonly version: 4 | 6;
  readonly zone: string;
}

/** The address, or what `netip.ParseAddr` says. The text has one code unit for each byte. */
export function parseAddress(text: string): Address | string {
  const first = /[.:%]/.exec(text)?.[0];
  const problem =
    first === '.'
      ? fourProblem(text)
      : first === ':'
        ? sixProblem(text)
        : [first === '%' ? 'missing IPv6 address' : 'unable to parse IP'];
  if (problem !== undefined) {
    const [message, at] = problem;
    const shown = (part: string): string => quoteText(fromByteString(part));
    return `ParseAddr(${shown(text)}): ${message}${at ? ` (at ${shown(at)})` : ''}`;
  }
  const zone = first === ':' && text.includes('%') ? text.slice(text.indexOf('%') + 1) : '';
  return { version: first === '.' ? 4 : 6, zone };
}

type Problem = readonly [message: string, at?: string] | undefined;

function fourProblem(text: string): Problem {
  let value = 0;
  let digits = 0;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (/[0-9]/.test(character)) {
      if (digits === 1 && value === 0) return ['IPv4 field has octet with leading zero'];
      value = value * 10 + Number(character);
      digits++;
      if (value > 255) return ['IPv4 field has value >255'];
    } else if (character === '.') {
      if (i === 0 || i === text.length - 1 || text[i - 1] === '.') {
        return ['IPv4 field must have at least one digit', text.slice(i)];
      }
      if (dots === 3) return ['IPv4 address too long'];
      dots++;
      value = 0;
      digits = 0;
    } else return ['unexpected character', text.slice(i)];
  }
  return dots < 3 ? ['IPv4 address too short'] : undefined;
}

function sixProblem(text: string): Problem {
  const percent = text.indexOf('%');
  if (percent === text.length - 1 && percent !== -1) return ['zone must be a non-empty string'];
  let rest = percent === -1 ? text : text.slice(0, percent);
  let hasGap = rest.startsWith('::');
  if (hasGap) rest = rest.slice(2);
  if (hasGap && rest === '') return undefined;
  let fields = 0;
  while (fields < 8) {
    const digits = /^[0-9a-fA-F]*/.exec(rest)![0];
    if (digits.length > 4) return ['each group must have 4 or less digits', rest];
    if (digits === '') return ['each colon-separated field must have at least one digit', rest];
    if (rest[digits.length] === '.') {
      const problem = embeddedProblem(rest, fields, hasGap);
      if (problem !== undefined) return problem;
      rest = '';
      fields += 2;
      break;
    }
    fields++;
    rest = rest.slice(digits.length);
    if (rest === '') break;
    if (rest[0] !== ':') return ['unexpected character, want colon', rest];
    if (rest.length === 1) return ['colon must be followed by more characters', rest];
    rest = rest.slice(1);
    if (rest[0] === ':') {
      if (hasGap) return ['multiple :: in address', rest];
      hasGap = true;
      rest = rest.slice(1);
      if (rest === '') break;
    }
  }
  if (rest !== '') return ['trailing garbage after address', rest];
  if (fields < 8) return hasGap ? undefined : ['address string too short'];
  return hasGap ? ['the :: must expand to at least one field of zeros'] : undefined;
}

function embeddedProblem(rest: string, fields: number, hasGap: boolean): Problem {
  if (!hasGap && fields !== 6) {
    return ['embedded IPv4 address must replace the final 2 fields of the address', rest];
  }
  if (fields > 6) return ['too many hex fields to fit an embedded IPv4 at the end of the address', rest];
  return fourProblem(rest);
}
