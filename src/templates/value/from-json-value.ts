import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { GoValue } from './go-value.ts';
import { goList, goMap } from './make-value.ts';
import { placeBelow, type ValuesPlace } from './values-source.ts';

/** Values as Helm hands them to templates: numbers are float64. With a place, containers know where they are. */
export function fromJsonValue(json: JsonValue, place?: ValuesPlace): GoValue {
  if (typeof json !== 'object' || json === null) return json;
  const below = (item: JsonValue, key: string | number): GoValue =>
    typeof item === 'object' && item !== null ? fromJsonValue(item, place && placeBelow(place, key)) : item;
  if (Array.isArray(json)) return goList(json.map(below), undefined, { place });
  const entries = new Map<string, GoValue>();
  for (const [key, item] of Object.entries(json as JsonObject)) entries.set(key, below(item, key));
  return goMap(entries, undefined, { place });
}
