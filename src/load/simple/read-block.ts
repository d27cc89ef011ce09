import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { giveUp } from './give-up.ts';
import { passColon, plainKey, setKey } from './map-key.ts';
import { readBlockScalar } from './read-block-scalar.ts';
import { readFlow } from './read-flow.ts';
import { plainValue, readPlain } from './read-plain.ts';
import { readPlainLines } from './read-plain-lines.ts';
import { readQuoted } from './read-quoted.ts';
import type { Scan } from './scan.ts';

const [QUOTE, APOSTROPHE, COLON, GREATER] = [34, 39, 58, 62];
const [OPEN_LIST, OPEN_MAP, BAR] = [91, 123, 124];

/** Reads the map or list whose first key or dash stands at the place, in this column, and all its lines. */
export function readBlock(scan: Scan, column: number): JsonValue {
  scan.openContainer();
  const value = scan.atDash() ? readList(scan, column) : readMap(scan, column);
  scan.closeContainer();
  return value;
}

function readMap(scan: Scan, column: number): JsonObject {
  const { at: start, entries } = scan;
  const { keyTop, spanTop } = entries;
  const map: JsonObject = {};
  do {
    const key = readKey(scan);
    const { start: keyStart, end: keyEnd } = scan;
    setKey(map, key, readMapValue(scan, column));
    entries.addEntry(key, keyStart, keyEnd, scan.start, scan.end);
  } while (scan.indent === column);
  // Deeper is more of a text, or a mistake.
  if (scan.indent > column) giveUp();
  scan.start = start;
  entries.closeMap(map, keyTop, spanTop);
  return map;
}

function readList(scan: Scan, column: number): JsonValue[] {
  const { at: start, entries } = scan;
  const { spanTop } = entries;
  const list: JsonValue[] = [];
  do {
    list.push(readItem(scan, column));
    entries.addItem(scan.start, scan.end);
  } while (scan.indent === column && scan.atDash());
  if (scan.indent > column) giveUp();
  scan.start = start;
  entries.closeList(list, spanTop);
  return list;
}

/** Reads a key with its colon. */
function readKey(scan: Scan): string {
  const first = scan.code();
  let key: string;
  if (first === QUOTE || first === APOSTROPHE) {
    key = readQuoted(scan);
    if (!atColon(scan)) giveUp();
  } else {
    if (!readPlain(scan, false)) giveUp();
    key = plainKey(scan);
  }
  passColon(scan);
  return key;
}

/** Whether a colon comes next that makes a key of the quoted text before it. */
function atColon(scan: Scan): boolean {
  scan.skipSpaces();
  return scan.code() === COLON && scan.isBlank(scan.at + 1);
}

function readMapValue(scan: Scan, column: number): JsonValue {
  const behindColon = scan.at;
  scan.skipSpaces();
  if (!scan.atLineEnd()) return readInline(scan, column);
  scan.at = behindColon;
  scan.endLine();
  // The dashes of a list may stand right below its key.
  if (scan.indent > column) return readBelow(scan, column);
  return scan.indent === column && scan.atDash() ? readBlock(scan, column) : readNothing(scan, behindColon);
}

function readItem(scan: Scan, column: number): JsonValue {
  const behindDash = ++scan.at;
  scan.skipSpaces();
  if (!scan.atLineEnd()) return readBelow(scan, column);
  scan.at = behindDash;
  scan.endLine();
  return scan.indent > column ? readBelow(scan, column) : readNothing(scan, behindDash);
}

/** Reads what stands at the place, deeper than its key or dash in this column. */
function readBelow(scan: Scan, column: number): JsonValue {
  return startsBlock(scan, column) ? readBlock(scan, scan.at - scan.lineStart) : readInline(scan, column);
}

/** Whether a dash or a key comes next, deeper than this column. */
function startsBlock(scan: Scan, column: number): boolean {
  const { at } = scan;
  const first = scan.code();
  if (first === OPEN_LIST || first === OPEN_MAP || first === BAR || first === GREATER) return false;
  if (scan.atDash()) return true;
  let isKey: boolean;
  if (first === QUOTE || first === APOSTROPHE) {
    readQuoted(scan, column);
    isKey = atColon(scan);
    // A key stands on one line.
    if (isKey && scan.text.slice(at, scan.end).includes('\n')) giveUp();
  } else isKey = readPlain(scan, false);
  scan.at = at;
  return isKey;
}

function readNothing(scan: Scan, at: number): null {
  scan.start = at;
  scan.end = at;
  return null;
}

/** Reads what is neither map nor list in lines, below the key or dash in this column, with the rest of its last line. */
function readInline(scan: Scan, column: number): JsonValue {
  const first = scan.code();
  let value: JsonValue;
  if (first === QUOTE || first === APOSTROPHE) value = readQuoted(scan, column);
  else if (first === OPEN_LIST || first === OPEN_MAP) value = readFlow(scan, column);
  else if (first === BAR || first === GREATER) return readBlockScalar(scan, column);
  else {
    if (readPlain(scan, false)) giveUp();
    value = plainValue(scan.text, scan.start, scan.end);
    scan.endLine();
    return scan.indent > column ? readPlainLines(scan, column) : value;
  }
  scan.endLine();
  return value;
}
