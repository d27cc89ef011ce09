import type { Span } from '../model/span.ts';
import { textMasker } from '../model/text-masker.ts';

/** Finds the texts of secrets in other text. */
export interface SecretFinder {
  /** The text with every secret in it masked. */
  mask(text: string): string;
}

/** A finder for what stands at the spans. Its work on a text grows with the text and the number of different lengths. */
export function secretFinder(
  sources: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Span[]>,
): SecretFinder {
  const texts: string[] = [];
  for (const [file, spans] of secrets) {
    for (const { start, end } of spans) {
      texts.push(...textsOf(sources.get(file)?.slice(start, end) ?? ''));
    }
  }
  return { mask: textMasker(texts) };
}

/** The secret as written, without its quotes, and each line of one that spans several. */
function textsOf(written: string): string[] {
  const bare = written.replace(/^(["'])(.*)\1$/s, '$2');
  const lines = bare.split(/\r\n|\r|\n/).map((line) => line.trim());
  // The header of a block scalar is no secret.
  if (lines.length > 1 && /^[|>][0-9+-]*$/.test(lines[0]!)) lines.shift();
  return [bare, ...lines].filter((text) => text !== '');
}
