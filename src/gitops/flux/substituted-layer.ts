import { resolvePlain } from '../../load/resolve-scalar.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { putAt } from '../../model/put-at.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { BuildVariables } from '../manifest-object.ts';

/** A value that is one variable: `${NAME}`, perhaps with a default. */
const WHOLE = /^\$\{([A-Za-z_]\w*)(?::[=-](.*))?\}$/s;

const WORDS = {
  asText: `Quotes around it do not help, Kustomize drops them: write \${quote}\${NAME}\${quote}, with quote: '"' among the variables.`,
  asTyped: 'Variables are put in as text, which is read as YAML then: the text itself has to be the value.',
};

/**
 * What Flux' post-build substitution makes of values that are one variable each: the text is put in, then everything is read as YAML again,
 * so that 000123 is the number 83. Undefined where no variable is known.
 */
export function substitutedLayer(layer: Layer, { known, isAll }: BuildVariables): Layer | undefined {
  const { document } = layer;
  if (document === undefined) return undefined;
  const data: JsonObject = {};
  let count = 0;
  const visit = (value: JsonValue, path: readonly string[]): void => {
    if (isJsonObject(value)) for (const [key, below] of Object.entries(value)) visit(below, [...path, key]);
    else if (typeof value === 'string') {
      const [, name, otherwise] = WHOLE.exec(value) ?? [];
      const text = name === undefined ? undefined : (known.get(name) ?? (isAll ? otherwise : undefined));
      if (text === undefined || text.includes('${')) return;
      putAt(data, path, resolvePlain(text).value);
      count += 1;
    }
  };
  visit(layer.data, []);
  if (count === 0) return undefined;
  return {
    ...layer,
    words: WORDS,
    data,
    document: {
      ...document,
      data,
      writes: (path: ValuesPath) => path.length === 0 || valueAt(data, path) !== undefined,
      locate: (path, part) => document.locate(path, part),
    },
  };
}
