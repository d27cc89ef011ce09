import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * Where a document holds aliases of what is written at a path, in the order of the file; undefined when it has none. A value
 * behind an alias is located where its anchor writes it, so what is located at the same place is the same text.
 */
export function aliasCopies({
  document,
  data,
}: Layer): ((path: ValuesPath) => readonly ValuesPath[]) | undefined {
  if (document === undefined || !/[:\-,[{]\s+\*/.test(document.text) || !document.text.includes('&'))
    return undefined;
  let byPlace: Map<number, ValuesPath[]> | undefined;
  return (path) => {
    byPlace ??= pathsByPlace(document, data);
    const { start } = document.locate(path, 'value');
    // The anchor itself stands right behind its own key.
    const [anchor, ...aliases] = byPlace.get(start) ?? [];
    return anchor !== undefined && anchor.length === path.length && anchor.every((key, i) => key === path[i])
      ? aliases
      : [];
  };
}

function pathsByPlace(document: NonNullable<Layer['document']>, data: JsonValue): Map<number, ValuesPath[]> {
  const found = new Map<number, ValuesPath[]>();
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (isJsonObject(value)) {
      for (const key of Object.keys(value)) visit(value[key]!, [...path, key]);
      return;
    }
    const { start } = document.locate(path, 'value');
    const paths = found.get(start);
    if (paths === undefined) found.set(start, [path]);
    else paths.push(path);
  };
  visit(data, []);
  return found;
}
