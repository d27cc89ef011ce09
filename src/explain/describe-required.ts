import { isJsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { Describe, DescriptionContext } from './description.ts';
import type { Mistake } from './mistake.ts';
import { typeWords } from './type-words.ts';
import { quoteValue } from './value-words.ts';

/** Beside a longer place there is no room for the type. */
const LONG_PLACE = 60;

/** A key is missing. The place is the missing key, which resolves to the closest key that is written. */
export const describeRequired: Describe = (mistake, context) => {
  const key = String(mistake.params.missingProperty);
  const path = [...mistake.at.path, key];
  const { wording } = context;
  const { words, add } = hintsFor(mistake, key, path, context);
  const where = mistake.at.path.length === 0 ? '' : ` in ${wording.path(mistake.at.path)}`;
  return {
    rule: 'required',
    wanted: `a map with ${JSON.stringify(key)}`,
    statement: `the required key ${JSON.stringify(key)}${where.length > LONG_PLACE ? '' : words} is missing${where}`,
    advice: add,
    at: path,
  };
};

/** A key is needed as soon as another is set. */
export const describeDependency: Describe = (mistake, context) => {
  const key = String(mistake.params.missingProperty);
  const other = String(mistake.params.property);
  const { wording } = context;
  const path = [...mistake.at.path, key];
  return {
    rule: 'dependencies',
    wanted: `a map with ${JSON.stringify(key)}`,
    statement: `${wording.path(path)} is missing, which ${wording.path([...mistake.at.path, other])} needs`,
    advice: `Set both keys or neither.`,
    at: path,
  };
};

function hintsFor(
  mistake: Mistake,
  key: string,
  path: ValuesPath,
  { references, wording }: DescriptionContext,
): { words: string; add: string | undefined } {
  for (const place of mistake.trail.toReversed()) {
    const property = references.step(place, 'properties', key);
    for (const { schema } of [property, ...references.follow(property)]) {
      if (!isJsonObject(schema)) continue;
      const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
      const words = Array.isArray(types) ? ` (${typeWords(types as string[])})` : '';
      if (wording.secret(path)) return { words, add: undefined };
      const sample =
        shortSample(Array.isArray(schema.examples) ? schema.examples[0] : undefined) ??
        shortSample(schema.default === '' ? undefined : schema.default);
      if (words === '' && sample === undefined) continue;
      return { words, add: sample === undefined ? undefined : `Add it, for example ${key}: ${sample}.` };
    }
  }
  return { words: '', add: undefined };
}

function shortSample(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = JSON.stringify(value);
  return text.length <= 40 ? quoteValue(value) : undefined;
}
