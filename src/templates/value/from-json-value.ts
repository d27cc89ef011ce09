import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { GoValue } from './go-value.ts';
import { goList, goMap } from './make-value.ts';
import { placeBelow, type ValuesPlace } from './values-source.ts';

/** Values as Helm hands them to templates: numbers are float64. With a place, containers know where they are. */
export function fromJsonValue(json: JsonValue, place?: ValuesPlace): GoValue {
  const at = place === undefined ? {} : { place };
  const below = (key: string | number): ValuesPlace | undefined => place && placeBelow(place, key);
  if (Array.isArray(json))
    return goList(
      json.map((item, i) => fromJsonValue(item, below(i))),
      undefined,
      at,
    );
  if (!isJsonObject(json)) return json;
  const entries = new Map(
    Object.entries(json).map(([key, value]) => [key, fromJsonValue(value, below(key))]),
  );
  return goMap(entries, undefined, at);
}
