import { isJsonObject } from '../model/json-value.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { Span } from '../model/span.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/** An entry of a block map that has its lines for itself. Offsets into the text of the file. */
export interface SourceEntry {
  readonly document: ValuesDocument;
  readonly key: Span;
  /** Start of its first line. */
  readonly start: number;
  /** Columns in front of the key. */
  readonly indent: number;
  /** End of its last line, a comment behind the value and the line break included. */
  readonly end: number;
}

/** The values file in whose text the path's key is written; undefined when a flag or no file writes it. */
export function documentOf(path: ValuesPath, values: MergedValues): ValuesDocument | undefined {
  const { span, written } = values.locate(path, 'key');
  if (!written) return undefined;
  const layer = values.layers.find(
    ({ document, flag, words, scope }) =>
      document?.source.id === span.source.id &&
      flag === undefined &&
      words === undefined &&
      scope.length === 0,
  );
  return layer?.document?.writes(path) ? layer.document : undefined;
}

/** The user's last values file that writes the path, although a flag writes something there, too. */
export function lastFileWriting(path: ValuesPath, values: MergedValues): ValuesDocument | undefined {
  return values.layers.findLast(
    ({ kind, document, scope }) =>
      kind === 'values-file' && scope.length === 0 && document?.writes(path) === true,
  )?.document;
}

/** Undefined for what shares a line with something else: flow maps, the first key of a list item. */
export function sourceEntry(document: ValuesDocument, path: ValuesPath): SourceEntry | undefined {
  const { text } = document;
  const key = document.locate(path, 'key');
  const value = document.locate(path, 'value');
  // Inside of quotes lines are not what they seem; a patch stands in another file.
  if (document.encode !== undefined || key.source.id !== document.source.id) return undefined;
  const start = lineStart(text, key.start);
  if (!/^ *$/.test(text.slice(start, key.start))) return undefined;
  const content = Math.max(value.start + text.slice(value.start, value.end).trimEnd().length, key.end);
  const end = lineEnd(text, content);
  // Behind a key without a value there is only its colon.
  const behind = text.slice(content, end).replace(/^\s*:/, '');
  if (behind.trim() !== '' && !/^\s+#/.test(behind)) return undefined;
  return { document, key, start, indent: key.start - start, end };
}

/** Whether the document has nothing else in the map that holds the path. */
export function isAlone(document: ValuesDocument, path: ValuesPath): boolean {
  const map = valueAt(document.data, path.slice(0, -1));
  return isJsonObject(map) && Object.keys(map).length === 1;
}

/** The comment lines directly above, as far as they are indented like the entry, count as its own. */
export function withCommentsAbove(entry: SourceEntry): SourceEntry {
  const { text } = entry.document;
  let { start } = entry;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start);
    if (line.search(/\S/) !== entry.indent || line[entry.indent] !== '#') break;
    start = above;
  }
  return { ...entry, start };
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** The line break that the text uses. */
export function lineBreak(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
