import type { Mistake } from './mistake.ts';

/** Keywords that say much the same of a value: one of them is enough. */
const CLASSES: Readonly<Record<string, string>> = {
  additionalItems: 'count',
  additionalProperties: 'unknown',
  alternatives: 'choice',
  anyOf: 'choice',
  const: 'allowed',
  contains: 'contains',
  dependentRequired: 'required',
  dependencies: 'required',
  enum: 'allowed',
  exclusiveMaximum: 'range',
  exclusiveMinimum: 'range',
  'false schema': 'allowed',
  format: 'form',
  items: 'count',
  maxItems: 'count',
  maxLength: 'length',
  maximum: 'range',
  minItems: 'count',
  minLength: 'length',
  minimum: 'range',
  'no-branch': 'choice',
  not: 'allowed',
  oneOf: 'choice',
  pattern: 'form',
  unevaluatedItems: 'count',
  unevaluatedProperties: 'unknown',
};
/** Keywords about entries of a value rather than the value: each entry is a mistake of its own. */
const PER_ENTRY = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName'] as const;

/**
 * One mistake of each kind per value, the one with the author's words first; none besides a wrong type; and of an empty
 * text only that it is empty.
 */
export function mergeMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const byValue = new Map<string, Mistake[]>();
  for (const mistake of mistakes) {
    const { pointer } = mistake.at;
    const others = byValue.get(pointer);
    if (others === undefined) byValue.set(pointer, [mistake]);
    else others.push(mistake);
  }
  return [...byValue.values()].flatMap(mergeOfValue);
}

function mergeOfValue(mistakes: readonly Mistake[]): Mistake[] {
  const types = mistakes.filter(({ keyword }) => keyword === 'type');
  if (types.length > 0) return [mergeTypes(types)];
  const byClass = new Map<string, Mistake>();
  for (const mistake of mistakes) {
    const key = classOf(mistake);
    const before = byClass.get(key);
    if (before === undefined || better(mistake, before)) byClass.set(key, mistake);
  }
  const { value } = mistakes[0]!.at;
  const hollow = ['allowed', 'length', 'form', 'choice']
    .map((key) => byClass.get(key))
    .find((found) => found !== undefined);
  if (value === '' && hollow !== undefined) return [hollow];
  if (byClass.has('allowed') && (typeof value !== 'object' || value === null))
    return [byClass.get('allowed')!];
  return [...byClass.values()];
}

/** Several types asked for by several schemas: what all of them accept, else what the first wants. */
function mergeTypes(mistakes: readonly Mistake[]): Mistake {
  const first = mistakes.reduce((best, mistake) => (better(mistake, best) ? mistake : best));
  const shared = mistakes
    .map(({ params }) => [params.type as string | string[]].flat())
    .reduce((all, types) => all.filter((type) => types.includes(type)));
  return shared.length === 0 ? first : { ...first, params: { type: shared } };
}

function classOf({ keyword, params }: Mistake): string {
  const base = CLASSES[keyword] ?? keyword;
  for (const name of PER_ENTRY) if (params[name] !== undefined) return `${base} ${params[name]}`;
  return base;
}

function better(a: Mistake, b: Mistake): boolean {
  if ((a.message === undefined) !== (b.message === undefined)) return a.message !== undefined;
  return a.conditions.length < b.conditions.length;
}
