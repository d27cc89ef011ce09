import { GoError } from '../../value/go-error.ts';
import type { GoList, GoMap, GoValue } from '../../value/go-value.ts';
import { compareGoStrings } from '../../value/utf8.ts';
import type { EntryMark } from '../entry-mark.ts';
import { asPlain } from './as-plain.ts';
import { jsonNumber } from './json-number.ts';
import { quoteJson } from './quote-json.ts';

export interface JsonStyle {
  /** Whether `<`, `>` and `&` are written as escapes, as Go's encoder does unless told otherwise. */
  readonly escapesHtml: boolean;
  /** What each level is indented by; without it everything is on one line. */
  readonly indent?: string;
  /** Is told where each key and scalar stands. */
  readonly onEntry?: (mark: EntryMark) => void;
}

/** `json.Marshal` of Go. Throws GoError for what JSON cannot say. */
export function writeJson(value: GoValue, style: JsonStyle): string {
  const { escapesHtml, indent, onEntry } = style;
  const colon = indent === undefined ? ':' : ': ';
  const open = new Set<GoList | GoMap>();
  let out = '';

  /** False for a container. `onOpen` is told of it before it is written. */
  function write(found: GoValue, newLine: string, onOpen?: (container: GoMap | GoList) => void): boolean {
    const plain = asPlain(found);
    if (typeof plain === 'string') out += quoteJson(plain, escapesHtml);
    else if (typeof plain === 'number') out += jsonNumber(plain);
    else if (plain === null || typeof plain === 'boolean') out += String(plain);
    else if (plain.go === 'int') out += plain.value.toString();
    else {
      if (open.has(plain))
        throw new GoError(`json: unsupported value: encountered a cycle via ${plain.type}`);
      open.add(plain);
      onOpen?.(plain);
      const isStruct = typeof found === 'object' && found !== null && found.go === 'object';
      if (plain.go === 'map') writeMap(plain, isStruct, newLine);
      else writeList(plain, newLine);
      open.delete(plain);
      return false;
    }
    return true;
  }

  function writeMap(map: GoMap, isStruct: boolean, newLine: string): void {
    const keys = [...map.entries.keys()];
    // Fields stay in the order of their declaration.
    if (!isStruct) keys.sort(compareGoStrings);
    const inside = indent === undefined ? '' : newLine + indent;
    let lead = `{${inside}`;
    for (const key of keys) {
      out += lead;
      lead = `,${inside}`;
      const start = out.length;
      out += quoteJson(key, escapesHtml);
      onEntry?.({ holder: map, key, part: 'key', start, end: out.length });
      out += colon;
      writeEntry(map, key, map.entries.get(key), inside);
    }
    out += keys.length === 0 ? '{}' : `${newLine}}`;
  }

  function writeList(list: GoList, newLine: string): void {
    const inside = indent === undefined ? '' : newLine + indent;
    let lead = `[${inside}`;
    for (const [i, item] of list.items.entries()) {
      out += lead;
      lead = `,${inside}`;
      writeEntry(list, i, item, inside);
    }
    out += list.items.length === 0 ? '[]' : `${newLine}]`;
  }

  function writeEntry(holder: GoMap | GoList, key: string | number, entry: GoValue, inside: string): void {
    const start = out.length;
    const onOpen =
      onEntry &&
      ((child: GoMap | GoList) => onEntry({ holder, key, part: 'container', start, end: start, child }));
    if (write(entry, inside, onOpen)) onEntry?.({ holder, key, part: 'value', start, end: out.length });
  }

  write(value, indent === undefined ? '' : '\n');
  return out;
}
