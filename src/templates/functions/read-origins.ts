import { loadYaml } from '../../load/load-yaml.ts';
import type { YamlDocument } from '../../load/located-document.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { NOWHERE } from '../../model/source.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { GoList, GoMap, GoValue, TracedCall } from '../value/go-value.ts';
import { isMap } from '../value/make-value.ts';
import type { Origin, TextOrigin } from '../value/origin.ts';
import { sliceOrigin, sourceOf } from '../value/text-origin.ts';

/**
 * The origin of what was read from a text (`fromYaml`, `fromJson`), and, noted on the containers, of all that is in it: each
 * entry comes from the pieces of the text that say it.
 */
export function readOrigins({ args, origins, result }: TracedCall): Origin | undefined {
  const [text] = args as [string];
  const [origin] = origins;
  if (origin?.from !== 'pieces') return origin;
  const { document } = loadYaml(NOWHERE, text);
  // What decided anything in the text decided the whole, and no single entry of it.
  const pieces: TextOrigin = { ...origin, decided: undefined };
  const whole = sourceOf(origin);
  if (document !== undefined && !isProblem(result, document))
    note(result, [], { text, origin: pieces, document });
  else if (isMap(result)) result.origins = new Map([...result.entries.keys()].map((key) => [key, whole]));
  return whole;
}

/** Whether the map says why the text could not be read: that comes from all of the text. */
function isProblem(result: GoValue, { data }: YamlDocument): boolean {
  return (
    isMap(result) && result.entries.has('Error') && !(isJsonObject(data) && Object.hasOwn(data, 'Error'))
  );
}

interface Reading {
  readonly text: string;
  readonly origin: TextOrigin;
  readonly document: YamlDocument;
}

function note(value: GoValue, path: ValuesPath, reading: Reading): void {
  if (typeof value !== 'object' || value === null) return;
  if (value.go === 'map') noteMap(value, path, reading);
  else if (value.go === 'list') noteList(value, path, reading);
}

function noteMap(map: GoMap, path: ValuesPath, reading: Reading): void {
  const origins = new Map<string, Origin | undefined>();
  for (const [key, entry] of map.entries) {
    const at = [...path, key];
    origins.set(key, found(entry, at, reading) ?? sourceOf(sliceAt(at, 'key', reading)));
    note(entry, at, reading);
  }
  map.origins = origins;
}

function noteList(list: GoList, path: ValuesPath, reading: Reading): void {
  list.origins = list.items.map((item, i) => {
    note(item, [...path, i], reading);
    return found(item, [...path, i], reading);
  });
}

/** A text that stands there as it is keeps its pieces. */
function found(entry: GoValue, path: ValuesPath, reading: Reading): Origin | undefined {
  const { start, end } = reading.document.locate(path, 'value');
  const origin = sliceOrigin(reading.origin, start, end);
  if (typeof entry !== 'string') return sourceOf(origin);
  const at = reading.text.slice(start, end).indexOf(entry);
  return at < 0 ? sourceOf(origin) : sliceOrigin(reading.origin, start + at, start + at + entry.length);
}

function sliceAt(path: ValuesPath, part: 'key' | 'value', { document, origin }: Reading): Origin | undefined {
  const { start, end } = document.locate(path, part);
  return sliceOrigin(origin, start, end);
}
