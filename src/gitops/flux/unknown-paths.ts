import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { textPaths } from '../text-paths.ts';

/** What Flux fills in after the build: `${VAR}`, `${VAR:=default}`. `$${VAR}` is the text itself. */
const VARIABLE = /(?<!\$)\$\{[A-Za-z_]/;

/** The paths of values that Flux' post-build substitution makes, in any layer; what is filled in above is known. */
export function unknownPaths(layers: readonly Layer[]): ValuesPath[] {
  const isVariable = (text: string): boolean => VARIABLE.test(text);
  return textPaths(layers, isVariable).filter((path) => {
    const strongest = layers.findLast(({ data }) => valueAt(data, path) !== undefined);
    const value = strongest && valueAt(strongest.data, path);
    return typeof value === 'string' && isVariable(value);
  });
}
