import { formatPath } from '../model/format-path.ts';
import { HIDDEN_SECRET } from '../model/hidden-secret.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { kindWords } from './type-words.ts';

const LONGEST = 60;
/** User and password in a URL. */
const CREDENTIALS = /:\/\/[^\s/@":]*:[^\s/@"]*@/g;

/** The value as JSON writes it, cut when it is long; a password in a URL is never shown. */
export function quoteValue(value: unknown): string {
  const text = (JSON.stringify(value) ?? 'nothing').replace(CREDENTIALS, '://(secret)@');
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 2).replace(/[\uD800-\uDBFF]$|\\$/, '');
  return text.startsWith('"') ? `${cut}…"` : `${cut}…`;
}

/** What to call the value in a sentence: itself in quotes, `a map`, `a list`, or `(secret)`. */
export function valueWords(value: JsonValue | undefined, secret: boolean): string {
  if (value === undefined) return 'not set';
  if (typeof value === 'object' && value !== null) return kindWords(value);
  return secret && value !== null && value !== '' ? HIDDEN_SECRET : quoteValue(value);
}

/** The path as people write it; the root is `the top level`. */
export function pathWords(path: ValuesPath): string {
  return path.length === 0 ? 'the top level' : formatPath(path);
}
