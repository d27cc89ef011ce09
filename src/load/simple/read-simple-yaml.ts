import type { JsonValue } from '../../model/json-value.ts';
import type { PositionIndex } from '../position-index.ts';
import { EntryLog } from './entry-log.ts';
import { giveUp, hasGivenUp } from './give-up.ts';
import { readBlock } from './read-block.ts';
import { readFlow } from './read-flow.ts';
import { Scan } from './scan.ts';

/** Most texts are nothing but ASCII, and told apart at once. */
const MAY_BE_UNUSUAL = /[^\n -~]/;
/** Control characters, lone carriage returns and halves of characters, and what one of the readers takes for a line end. */
const UNUSUAL =
  /\r(?!\n)|[^\r\n -~\xA0-\u2027\u202A-\uD7FF\uE000-\uFFFC\uD800-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const BYTE_ORDER_MARK = '\uFEFF';

/** What a text of simple YAML holds. */
export interface SimpleYaml {
  /** Null when it holds nothing but comments. */
  readonly value: JsonValue;
}

/**
 * Reads YAML as people write it for Helm: one document, maps and lists in lines or brackets, scalars of every style on
 * one line, literal and folded blocks, comments. Undefined at the first thing that is not of this kind, or that is a
 * mistake: then nothing is known about the text, and the index is of no more use. What it reads is what the reader for all of YAML reads
 * without a finding. Places of entries go to the index, start and end of each comment to `comments`. `endsLastLine`: a block at the end of
 * the text ends in a newline even where the text does not.
 */
export function readSimpleYaml(
  text: string,
  index: PositionIndex | undefined,
  comments?: number[],
  endsLastLine = false,
): SimpleYaml | undefined {
  if (MAY_BE_UNUSUAL.test(text) && isUnusual(text)) return undefined;
  try {
    return { value: readText(new Scan(text, new EntryLog(index), comments, endsLastLine)) };
  } catch (error) {
    if (!hasGivenUp(error)) throw error;
    return undefined;
  }
}

function isUnusual(text: string): boolean {
  return UNUSUAL.test(text) || text.indexOf(BYTE_ORDER_MARK, 1) !== -1;
}

function readText(scan: Scan): JsonValue {
  if (scan.text.startsWith(BYTE_ORDER_MARK)) scan.at = scan.lineStart = 1;
  scan.toFirstContent();
  if (scan.indent === -1) return null;
  if (scan.indent > 0) giveUp();
  const first = scan.text.charAt(scan.at);
  if (first === '[' || first === '{') {
    const value = readFlow(scan, -1);
    scan.endLine();
    return scan.indent === -1 ? value : giveUp();
  }
  const value = readBlock(scan, 0);
  return scan.indent === -1 ? value : giveUp();
}
