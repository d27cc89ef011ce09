import type { Span } from '../model/span.ts';
import { MASK } from './mask-spans.ts';

/** Finds the texts of secrets in other text. */
export interface SecretFinder {
  /** The text with every secret in it masked. */
  mask(text: string): string;
}

/** Shorter secrets (`a`, `on`) are only recognized as whole words: anything else would mask half the sentence. */
const MIN_LENGTH_INSIDE_WORDS = 4;

/** A finder for what stands at the spans. Its work on a text grows with the text and the number of different lengths. */
export function secretFinder(
  sources: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, readonly Span[]>,
): SecretFinder {
  const byLength = new Map<number, Set<string>>();
  for (const [file, spans] of secrets) {
    for (const { start, end } of spans) {
      for (const text of textsOf(sources.get(file)?.slice(start, end) ?? '')) {
        const same = byLength.get(text.length);
        if (same === undefined) byLength.set(text.length, new Set([text]));
        else same.add(text);
      }
    }
  }
  return { mask: (text) => maskKnown(text, byLength) };
}

/** The secret as written, without its quotes, and each line of one that spans several. */
function textsOf(written: string): string[] {
  const bare = written.replace(/^(["'])(.*)\1$/s, '$2');
  const lines = bare.split(/\r\n|\r|\n/).map((line) => line.trim());
  // The header of a block scalar is no secret.
  if (lines.length > 1 && /^[|>][0-9+-]*$/.test(lines[0]!)) lines.shift();
  return [bare, ...lines].filter((text) => text !== '');
}

function maskKnown(text: string, byLength: ReadonlyMap<number, ReadonlySet<string>>): string {
  const hidden = new Set<number>();
  for (const [length, known] of byLength) {
    for (let start = 0; start + length <= text.length; start++) {
      if (!known.has(text.slice(start, start + length))) continue;
      if (length < MIN_LENGTH_INSIDE_WORDS && insideWord(text, start, start + length)) continue;
      for (let i = start; i < start + length; i++) hidden.add(i);
    }
  }
  if (hidden.size === 0) return text;
  return Array.from({ length: text.length }, (_, i) => (hidden.has(i) ? MASK : text[i]!)).join('');
}

function insideWord(text: string, start: number, end: number): boolean {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  return isWord(text[start - 1]) || isWord(text[end]);
}
