import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import { giveUp } from './give-up.ts';
import { passColon, plainKey, setKey } from './map-key.ts';
import { plainValue, readPlain } from './read-plain.ts';
import { readQuoted } from './read-quoted.ts';
import type { Scan } from './scan.ts';

const [QUOTE, APOSTROPHE, COMMA, COLON] = [34, 39, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [91, 93, 123, 125];

/**
 * Reads the list or map in brackets at the place, which moves behind it, and sets `start` and `end`. Its lines must be
 * indented deeper than `parent`.
 */
export function readFlow(scan: Scan, parent: number): JsonValue {
  scan.openContainer();
  const value = scan.code() === OPEN_LIST ? readList(scan, parent) : readMap(scan, parent);
  scan.closeContainer();
  return value;
}

function readList(scan: Scan, parent: number): JsonValue[] {
  const start = scan.at++;
  const { spanTop } = scan.entries;
  const list: JsonValue[] = [];
  toToken(scan, parent);
  while (scan.code() !== CLOSE_LIST) {
    list.push(readValue(scan, parent));
    scan.entries.addItem(scan.start, scan.end);
    toNextEntry(scan, parent, CLOSE_LIST);
  }
  scan.start = start;
  scan.end = ++scan.at;
  scan.entries.closeList(list, spanTop);
  return list;
}

function readMap(scan: Scan, parent: number): JsonObject {
  const start = scan.at++;
  const { keyTop, spanTop } = scan.entries;
  const map: JsonObject = {};
  toToken(scan, parent);
  while (scan.code() !== CLOSE_MAP) {
    const key = readKey(scan);
    const { start: keyStart, end: keyEnd } = scan;
    toToken(scan, parent);
    setKey(map, key, readValue(scan, parent));
    scan.entries.addEntry(key, keyStart, keyEnd, scan.start, scan.end);
    toNextEntry(scan, parent, CLOSE_MAP);
  }
  scan.start = start;
  scan.end = ++scan.at;
  scan.entries.closeMap(map, keyTop, spanTop);
  return map;
}

/** Reads a key with its colon. */
function readKey(scan: Scan): string {
  const first = scan.code();
  let key: string;
  if (first === QUOTE || first === APOSTROPHE) {
    key = readQuoted(scan);
    scan.skipSpaces();
    if (scan.code() !== COLON) giveUp();
  } else {
    if (!readPlain(scan, true)) giveUp();
    key = plainKey(scan);
  }
  passColon(scan);
  return key;
}

function readValue(scan: Scan, parent: number): JsonValue {
  const first = scan.code();
  if (first === OPEN_LIST || first === OPEN_MAP) return readFlow(scan, parent);
  if (first === QUOTE || first === APOSTROPHE) return readQuoted(scan);
  if (readPlain(scan, true)) giveUp();
  return plainValue(scan.text, scan.start, scan.end);
}

/** Over the comma to the next entry, or to the bracket that closes. */
function toNextEntry(scan: Scan, parent: number, closer: number): void {
  toToken(scan, parent);
  const code = scan.code();
  if (code === closer) return;
  if (code !== COMMA) giveUp();
  scan.at++;
  toToken(scan, parent);
}

/** To what stands next between the brackets, on this line or below. */
function toToken(scan: Scan, parent: number): void {
  const { at } = scan;
  scan.skipSpaces();
  if (!scan.atLineEnd()) return;
  scan.at = at;
  scan.endLine();
  if (scan.indent <= parent) giveUp();
}
