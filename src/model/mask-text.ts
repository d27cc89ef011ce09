import { secretsInText } from './secrets-in-text.ts';

/** Stands for one UTF-16 unit of a secret. */
export const MASK = '•';

/** A text with the secrets that it shows by itself masked: see `secretsInText`. Line ends stay. */
export function maskText(text: string, kind: 'file' | 'prose' = 'file'): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of secretsInText(text, kind).sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    masked += text.slice(done, from) + text.slice(from, end).replaceAll(/[^\r\n \t]/g, MASK);
    done = end;
  }
  return masked + text.slice(done);
}
