import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Entries that tell what became of a map: its number, whether numbers stay numbers, whether templates are expanded. */
export const MARK = {
  name: 'chartlint.mark',
  number: 'chartlint.mark.number',
  template: 'chartlint.mark.template',
  templateText: '{{ "expanded" }}',
} as const;

/** Switches that people turn on. */
const SWITCH = /^(?:enabled?|create|install)$|Enabled$/;

/** The maps and lists in values that are reached without going through a list. */
export function markedPlaces(values: JsonObject): ValuesPath[] {
  const found: ValuesPath[] = [];
  const visit = (map: JsonObject, path: ValuesPath): void => {
    for (const [key, value] of Object.entries(map)) {
      const at = [...path, key];
      if (Array.isArray(value) || isJsonObject(value)) found.push(at);
      if (isJsonObject(value)) visit(value, at);
    }
  };
  visit(values, []);
  return found;
}

/**
 * The values with marks in some of the places: an entry more in a map, an item more in a list.
 * @param isOn whether everything that can be turned on is
 */
export function markValues(
  values: JsonObject,
  places: readonly ValuesPath[],
  marks: ReadonlySet<number>,
  isOn: boolean,
): JsonObject {
  const numbers = new Map(places.map((path, i) => [JSON.stringify(path), i]));
  const marked = (value: JsonValue, path: ValuesPath): JsonValue => {
    const number = numbers.get(JSON.stringify(path));
    const mark = number !== undefined && marks.has(number) ? markOf(number) : undefined;
    if (Array.isArray(value)) return mark === undefined ? value : [...value, mark];
    if (!isJsonObject(value))
      return isOn && value === false && SWITCH.test(String(path.at(-1))) ? true : value;
    const entries = Object.entries(value).map(([key, below]) => [key, marked(below, [...path, key])]);
    return { ...Object.fromEntries(entries), ...mark };
  };
  return marked(values, []) as JsonObject;
}

function markOf(number: number): JsonObject {
  return { [MARK.name]: String(number), [MARK.number]: 1, [MARK.template]: MARK.templateText };
}
