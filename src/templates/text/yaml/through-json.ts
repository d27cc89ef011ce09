import { GoError } from '../../value/go-error.ts';
import { quoteJson } from '../json/quote-json.ts';

/** Characters that JSON writes as they are and YAML does not read so, and halves of surrogate pairs. */
const CHANGED = /[\x7f-\x9f\ufffe\uffff\ud800-\udfff]/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const REFUSED = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;
const DOCUMENT_MARK = /\x85(?:---|\.\.\.)[ \t\r\n\x85\u2028\u2029]/;
/** Go-yaml looks for the colon behind a key no further than this, in characters, quotes included. */
const LONGEST_KEY = 1024;

/**
 * What is left of a text when sigs.k8s.io/yaml writes it as JSON and reads that as YAML. Throws GoError where the reading fails:
 * at control characters.
 */
export function textThroughJson(text: string): string {
  if (!CHANGED.test(text)) return text;
  const valid = text.replace(LONE, '\ufffd');
  if (REFUSED.test(valid)) throw new GoError('yaml: control characters are not allowed');
  return valid.includes('\x85') ? folded(valid) : valid;
}

/** As `textThroughJson`, for a key of a map: it has to be short and on one line. */
export function keyThroughJson(key: string): string {
  if (key.length > LONGEST_KEY / 6 && jsonLength(key) > LONGEST_KEY)
    throw new GoError("yaml: did not find expected ',' or '}'");
  if (key.includes('\x85')) throw new GoError("yaml: did not find expected ',' or '}'");
  return textThroughJson(key);
}

function jsonLength(key: string): number {
  return Array.from(quoteJson(key, true)).length;
}

/** U+0085 is a line break in YAML, and line breaks between double quotes are folded. */
function folded(text: string): string {
  if (DOCUMENT_MARK.test(text)) throw new GoError('yaml: found unexpected document indicator');
  return text.replace(/(?<! ) *\x85[ \x85]*/g, (breaks) => {
    const count = breaks.split('\x85').length - 1;
    return count === 1 ? ' ' : '\n'.repeat(count - 1);
  });
}
