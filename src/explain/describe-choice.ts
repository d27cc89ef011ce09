import { formatPath } from '../model/format-path.ts';
import { isJsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { Describe, Description, DescriptionContext } from './description.ts';
import type { Mistake } from './mistake.ts';
import { schemaWords } from './schema-words.ts';
import { typeWords } from './type-words.ts';

/** One of several keys, or sets of keys, must be there, and none is. */
export const describeAlternatives: Describe = ({ at, params, options = [] }, { wording }) => {
  const sets = options.map((branch) => [
    ...new Set(branch.map((mistake) => missingKey(mistake, at.path.length))),
  ]);
  const words = [...new Set(sets.map((keys) => keys.join(' with ')))];
  const alternatives = options.map((branch) => branch.map(missingPath));
  if (words.length === 1) {
    const statement = `${wording.path(at.path)} needs ${words[0]}`;
    return { rule: 'required', statement, advice: 'Set it.', alternatives };
  }
  const none = words.length === 2 ? 'neither is set' : 'none is set';
  return {
    rule: 'required',
    wanted: `a map with ${listWords(words, 'or')}`,
    statement: `${wording.path(at.path)} needs ${listWords(words, 'or')}, and ${none}`,
    advice: isOneOf(params) ? 'Set exactly one of them.' : 'Set one of them.',
    alternatives,
  };
};

/** Only the errors of `oneOf` tell which branches match. */
function isOneOf(params: Mistake['params']): boolean {
  return Object.hasOwn(params, 'passingSchemas');
}

function missingKey(mistake: Mistake, depth: number): string {
  return formatPath(missingPath(mistake).slice(depth));
}

function missingPath({ at, keyword, params }: Mistake): ValuesPath {
  return keyword === 'required' ? [...at.path, String(params.missingProperty)] : at.path;
}

/** No branch matches, and none is closer than the others. */
export function describeNoBranch(
  mistake: Mistake,
  context: DescriptionContext,
  describe: Describe,
): Description {
  const { at, params, options = [], alsoTypes = [] } = mistake;
  const { wording } = context;
  const wants = options.map((branch) =>
    branch[0] === undefined ? undefined : describe(branch[0], context).wanted,
  );
  const known = [...new Set(wants.filter((want) => want !== undefined))];
  if (alsoTypes.length > 0) known.push(typeWords(alsoTypes));
  const rule = isOneOf(params) ? 'one-of' : 'any-of';
  const shown = `${wording.path(at.path)} is ${wording.value(at.path, at.value)}`;
  if (known.length > 0 && known.length <= 4) {
    const wanted = listWords(known, 'or');
    return { rule, wanted, statement: `${shown}, ${wording.expects(wanted)}` };
  }
  return {
    rule,
    statement: `${shown}, which fits none of the ${Math.max(options.length, 2)} forms that are allowed`,
  };
}

/** More than one branch of a `oneOf` matches. */
export const describeSeveral: Describe = ({ at, place, params }, { wording, references }) => {
  const passing = params.passingSchemas as number[];
  const branches = passing.map((i) => references.step(place, 'oneOf', i));
  const keys = branches.map(({ schema }) =>
    isJsonObject(schema) && Array.isArray(schema.required) ? (schema.required as string[]) : undefined,
  );
  const path = wording.path(at.path);
  if (keys.every((required) => required !== undefined && required.length > 0)) {
    const names = [...new Set(keys.flatMap((required) => required ?? []))].map((key) =>
      wording.path([...at.path, key]),
    );
    return {
      rule: 'one-of',
      statement: `${listWords(names, 'and')} are both set, ${wording.expects('only one of them', 'set')}`,
      advice: 'Remove one of them.',
    };
  }
  const names = branches.map(
    (branch, i) => titleOf(branch) ?? schemaWords(branch, references) ?? `form ${passing[i]! + 1}`,
  );
  return {
    rule: 'one-of',
    statement: `${path} is ${wording.value(at.path, at.value)}, which is ${listWords(names, 'and')} at once, ${wording.expects('exactly one of them')}`,
  };
};

function titleOf(branch: { readonly schema: unknown }): string | undefined {
  return isJsonObject(branch.schema) && typeof branch.schema.title === 'string'
    ? JSON.stringify(branch.schema.title)
    : undefined;
}
