import type { EntryPart } from '../model/entry-part.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { PositionIndex } from './position-index.ts';

/** One YAML file of any type that knows where each key and value is written. */
export interface YamlDocument<Data extends JsonValue = JsonValue> {
  readonly source: Source;
  readonly text: string;
  readonly data: Data;
  /** Whether the file writes something (a null counts) at the path. The root is always written. */
  writes(path: ValuesPath): boolean;
  /** Where the key or value is written; of a path that is not written, its closest written ancestor's key. */
  locate(path: ValuesPath, part: EntryPart): Span;
}

/** Data and index as a document. Spans are UTF-16 offsets into the text as given, byte order mark included. */
export function locatedDocument<Data extends JsonValue>(
  source: Source,
  text: string,
  data: Data,
  index: PositionIndex,
): YamlDocument<Data> {
  return {
    source,
    text,
    data,
    writes: (path) => path.length === 0 || valueAt(data, path) !== undefined,
    locate: (path, part) => ({ source, ...locate(data, index, path, part) }),
  };
}

function locate(
  data: JsonValue,
  index: PositionIndex,
  path: ValuesPath,
  part: EntryPart,
): { start: number; end: number } {
  let container: JsonValue | undefined = data;
  let entry = -1;
  let isItem = false;
  let missing = false;
  for (const segment of path) {
    const next: number =
      typeof container === 'object' && container !== null ? index.find(container, segment) : -1;
    if (next === -1) {
      missing = true;
      break;
    }
    entry = next;
    isItem = Array.isArray(container);
    container = valueAt(container, [segment]);
  }
  if (entry === -1) return { start: 0, end: 0 };
  // An item has no key: its value stands in for it.
  const from = isItem || part === 'key' || missing ? 0 : 2;
  return { start: index.offset(entry, from), end: index.offset(entry, from + 1) };
}
