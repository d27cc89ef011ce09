import type { TextEdit } from '../model/fix.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';
import {
  documentOf,
  isAlone,
  lastFileWriting,
  lineBreak,
  type SourceEntry,
  sourceEntry,
  withCommentsAbove,
} from './source-entry.ts';

/** Text edits that do not touch, and the paths whose values they change. */
export interface EntryEdits {
  readonly edits: readonly TextEdit[];
  readonly paths: readonly ValuesPath[];
}

/** Takes an entry out of its map, and every map out of its own that would hold nothing else. */
export function removeEntry(path: ValuesPath, values: MergedValues): EntryEdits | undefined {
  const document = documentOf(path, values);
  const entry = document && sourceEntry(document, path);
  return entry && takeOut(entry, path, []);
}

/** Writes an entry at the end of a map that is there. */
export function insertEntry(path: ValuesPath, value: string, values: MergedValues): EntryEdits | undefined {
  const parent = path.slice(0, -1);
  const document = documentOf(parent, values) ?? lastFileWriting(parent, values);
  const map = valueAt(document?.data, parent);
  if (document === undefined || !isJsonObject(map) || Object.hasOwn(map, String(path.at(-1))))
    return undefined;
  const { text, source } = document;
  if (document.encode !== undefined) return undefined;
  const span = document.locate(parent, 'value');
  const key = keyText(String(path.at(-1)));
  if (text[span.start] === '{') {
    if (value.includes('\n')) return undefined;
    const before = Object.keys(map).at(-1);
    const at = before === undefined ? span.start + 1 : document.locate([...parent, before], 'value').end;
    const written = before === undefined ? ` ${key}: ${value} ` : `, ${key}: ${value}`;
    const end = before === undefined ? span.end - 1 : at;
    return { edits: [{ span: { source, start: at, end }, text: written }], paths: [path] };
  }
  const last = sourceEntry(document, [...parent, Object.keys(map).at(-1)!]);
  if (last === undefined) return undefined;
  const lines = `${key}:${value.startsWith('\n') ? '' : ' '}${value}`.split('\n');
  return { edits: [insertion(document, last.end, lines, last.indent)], paths: [path] };
}

/** Moves an entry up, to where the map that holds it ends. */
export function moveEntry(from: ValuesPath, to: ValuesPath, values: MergedValues): EntryEdits | undefined {
  const target = to.slice(0, -1);
  const document = documentOf(from, values);
  const found = document && sourceEntry(document, from);
  if (document === undefined || found === undefined) return undefined;
  if (from.length <= to.length || !startsWith(from, target) || document.writes(to)) return undefined;
  const { text } = document;
  const entry = withCommentsAbove(found);
  const beside = sourceEntry(document, from.slice(0, to.length));
  const taken = takeOut(entry, from, target);
  if (beside === undefined || taken === undefined) return undefined;
  const lines = linesOf(text, entry, keyText(String(to.at(-1))));
  if (lines === undefined) return undefined;
  const insert = insertion(document, beside.end, lines, beside.indent);
  const paths = [...taken.paths, from, to];
  const before = taken.edits.slice(0, -1);
  const { span, text: left } = taken.edits.at(-1)!;
  if (span.end !== beside.end) return { edits: [...taken.edits, insert], paths };
  // Where the hole meets the new place, one edit does both, since only then it is clear which line break stays.
  const ends = text.endsWith('\n', span.end);
  const moved = insert.text.replace(/^\r?\n/, '').trimEnd() + (ends ? lineBreak(text) : '');
  return { edits: [...before, { span, text: left + moved }], paths };
}

/** Removes the entry; maps around it that it leaves empty go too, as far as one that lies around `stop`. */
function takeOut(entry: SourceEntry, path: ValuesPath, stop: ValuesPath): EntryEdits | undefined {
  const { document } = entry;
  const { source, text } = document;
  let { start, end } = entry;
  let at = path;
  while (at.length - 1 > stop.length && isAlone(document, at)) {
    const parent = at.slice(0, -1);
    const around = sourceEntry(document, parent);
    if (around === undefined) return undefined;
    const between = text.slice(around.key.end, start);
    if (/^:\s*$/.test(between)) {
      ({ start } = around);
      end = Math.max(end, around.end);
      at = parent;
      continue;
    }
    // A comment that is not the entry's own stays, and so does the map.
    if (!/^:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*$/.test(between)) return undefined;
    const colon = around.key.end + 1;
    return {
      edits: [
        { span: { source, start: colon, end: colon }, text: ' {}' },
        { span: { source, start, end }, text: '' },
      ],
      paths: [at],
    };
  }
  return { edits: [{ span: { source, start, end }, text: '' }], paths: [at] };
}

/** The lines of the entry under a new name, without its indentation; undefined when some line has less. */
function linesOf(text: string, { start, end, indent, key }: SourceEntry, name: string): string[] | undefined {
  const renamed = text.slice(start, key.start) + name + text.slice(key.end, end);
  const lines = renamed.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines.some((line) => line.trim() !== '' && line.search(/\S/) < indent)) return undefined;
  return lines.map((line) => line.slice(indent));
}

function insertion(
  { source, text }: SourceEntry['document'],
  at: number,
  lines: readonly string[],
  indent: number,
): TextEdit {
  const newline = lineBreak(text);
  const block = lines.map((line) => (line === '' ? line : ' '.repeat(indent) + line)).join(newline);
  const atLineStart = at === 0 || text[at - 1] === '\n';
  return { span: { source, start: at, end: at }, text: atLineStart ? block + newline : newline + block };
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(key) ? key : JSON.stringify(key);
}
