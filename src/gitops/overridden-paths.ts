import { sameValue } from '../merge/same-value.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { childOf, type ValuesPath } from '../model/values-path.ts';

/** The values (lists as a whole) that have no effect, since something laid over them says something else at the same place. */
export function overriddenPaths(weak: JsonObject, strong: JsonObject): ValuesPath[] {
  const paths: ValuesPath[] = [];
  const compare = (below: JsonObject, above: JsonObject, at: ValuesPath): void => {
    for (const [key, value] of Object.entries(below)) {
      const other = childOf(above, key);
      if (other === undefined) continue;
      if (isJsonObject(value) && isJsonObject(other)) compare(value, other, [...at, key]);
      else if (!sameValue(value, other)) paths.push([...at, key]);
    }
  };
  compare(weak, strong, []);
  return paths;
}
