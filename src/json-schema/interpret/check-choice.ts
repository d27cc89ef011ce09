import { deepEqual } from './deep-equal.ts';
import { type Check, inTurn, type KeywordCheck, type SchemaPart } from './schema-run.ts';

const constant: KeywordCheck = ({ schema, pointer }) => {
  const allowedValue = schema.const;
  return (data, run) => {
    if (!deepEqual(data, allowedValue)) run.fail('const', `${pointer}/const`, { allowedValue });
  };
};

const enumeration: KeywordCheck = ({ schema, pointer }) => {
  const allowedValues = schema.enum as unknown[];
  return (data, run) => {
    if (!allowedValues.some((allowed) => deepEqual(data, allowed)))
      run.fail('enum', `${pointer}/enum`, { allowedValues });
  };
};

const not: KeywordCheck = ({ pointer, below }) => {
  const check = below('not');
  return (data, run) => {
    if (run.passes(check, data)) run.fail('not', `${pointer}/not`, {});
  };
};

function branches({ schema, below }: SchemaPart, keyword: string): readonly Check[] {
  return (schema[keyword] as unknown[]).map((_, i) => below(keyword, i));
}

const allOf: KeywordCheck = (part) => inTurn(branches(part, 'allOf'));

/** When no branch fits, the errors of all are kept. */
const anyOf: KeywordCheck = (part) => {
  const checks = branches(part, 'anyOf');
  return (data, run) => {
    const before = run.errors.length;
    let fits = false;
    for (const check of checks) {
      if (!run.attempt(check, data)) continue;
      fits = true;
      // Who asks what was looked at needs to know of every branch that fits.
      if (run.evaluated === undefined) break;
    }
    if (fits) run.errors.length = before;
    else run.fail('anyOf', `${part.pointer}/anyOf`, {});
  };
};

/** Settled when a second branch fits; the errors of those that did not are kept unless exactly one does. */
const oneOf: KeywordCheck = (part) => {
  const checks = branches(part, 'oneOf');
  return (data, run) => {
    const before = run.errors.length;
    let passing: number | readonly [number, number] | null = null;
    for (const [i, check] of checks.entries()) {
      if (!run.attempt(check, data)) continue;
      if (typeof passing === 'number') {
        passing = [passing, i];
        break;
      }
      passing = i;
    }
    if (typeof passing === 'number') run.errors.length = before;
    else run.fail('oneOf', `${part.pointer}/oneOf`, { passingSchemas: passing });
  };
};

const condition: KeywordCheck = ({ schema, pointer, tracks, below }) => {
  const isLonely = schema.then === undefined && schema.else === undefined;
  if (isLonely && !tracks) return undefined;
  const check = below('if');
  const whenTrue = schema.then === undefined ? undefined : below('then');
  const whenFalse = schema.else === undefined ? undefined : below('else');
  return (data, run) => {
    if (isLonely && run.evaluated === undefined) return;
    const holds = run.passes(check, data);
    const before = run.errors.length;
    (holds ? whenTrue : whenFalse)?.(data, run);
    if (run.errors.length > before)
      run.fail('if', `${pointer}/if`, { failingKeyword: holds ? 'then' : 'else' });
  };
};

/** Keywords about values of any type, in the order in which ajv applies them. */
export const CHOICE_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  const: constant,
  enum: enumeration,
  not,
  anyOf,
  oneOf,
  allOf,
  if: condition,
};
