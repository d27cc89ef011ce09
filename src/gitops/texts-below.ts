import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** A text in a value, with its path. */
export interface PlacedText {
  readonly path: ValuesPath;
  readonly text: string;
}

/** Every text in a value, in order; the paths begin with `at`. */
export function textsBelow(value: JsonValue, at: ValuesPath): PlacedText[] {
  const texts: PlacedText[] = [];
  const visit = (one: JsonValue, path: ValuesPath): void => {
    if (typeof one === 'string') texts.push({ path, text: one });
    else if (Array.isArray(one)) for (const [i, item] of one.entries()) visit(item, [...path, i]);
    else if (isJsonObject(one)) for (const [key, below] of Object.entries(one)) visit(below, [...path, key]);
  };
  visit(value, at);
  return texts;
}
