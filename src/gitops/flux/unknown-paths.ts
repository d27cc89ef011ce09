import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** What Flux fills in after the build: `${VAR}`, `${VAR:=default}`. `$${VAR}` is the text itself. */
const VARIABLE = /(?<!\$)\$\{[A-Za-z_]/;

/** The paths of values that Flux' post-build substitution makes, in any layer. */
export function unknownPaths(layers: readonly Layer[]): ValuesPath[] {
  const paths: ValuesPath[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (typeof value === 'string') {
      if (VARIABLE.test(value)) paths.push(path);
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (isJsonObject(value))
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key]);
  };
  for (const { data } of layers) visit(data, []);
  return paths;
}
