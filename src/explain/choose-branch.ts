import type { JsonValue } from '../model/json-value.ts';
import type { Mistake } from './mistake.ts';

/**
 * What to say about an `anyOf` or `oneOf` of which no branch matches. In this order: the branches differ only by type, or
 * only by the values they allow; a key tells the branches apart; they are alternative sets of required keys; one branch is
 * closer than the others (its first error lies deeper, or it has fewer). Else one mistake that lists what each wants.
 */
export function chooseBranch(choice: Mistake, branches: readonly (readonly Mistake[])[]): readonly Mistake[] {
  const known = branches.filter((branch) => branch.length > 0);
  if (known.length === 0) return [choice];
  const right = known.filter((branch) => typesRefused(choice, branch).length === 0);
  const types = [...new Set(known.flatMap((branch) => typesRefused(choice, branch)))];
  if (right.length === 0) return [{ ...choice, keyword: 'type', params: { type: types } }];
  const allowed = right.map((branch) => allowedValues(choice, branch));
  if (allowed.every((values) => values !== undefined)) {
    return [{ ...choice, keyword: 'enum', params: { allowedValues: allowed.flat() }, alsoTypes: types }];
  }
  const told = byDiscriminator(choice, right);
  if (told.kind === 'mistake') return [told.mistake];
  const candidates = told.branches;
  if (candidates.length > 1 && candidates.every((branch) => branch.every((mistake) => isAbsence(mistake)))) {
    return [{ ...choice, keyword: 'alternatives', options: candidates }];
  }
  const best = closest(choice, candidates);
  if (best === undefined) return [{ ...choice, keyword: 'no-branch', options: candidates, alsoTypes: types }];
  return best.map((mistake) => (mistake.at === choice.at ? { ...mistake, alsoTypes: types } : mistake));
}

/** The types a branch wants when the value has none of them. */
function typesRefused(choice: Mistake, branch: readonly Mistake[]): string[] {
  return branch
    .filter((mistake) => mistake.keyword === 'type' && mistake.at === choice.at)
    .flatMap((mistake) => mistake.params.type as string | string[]);
}

/** The values that would do for the branch, when that is all it asks for. */
function allowedValues(choice: Mistake, branch: readonly Mistake[]): JsonValue[] | undefined {
  const values: JsonValue[] = [];
  for (const mistake of branch) {
    if (mistake.at !== choice.at) return undefined;
    const allowed = allowedBy(mistake);
    if (allowed === undefined) return undefined;
    values.push(...allowed);
  }
  return values;
}

function allowedBy(mistake: Mistake): readonly JsonValue[] | undefined {
  if (mistake.keyword === 'const') return [mistake.params.allowedValue as JsonValue];
  return mistake.keyword === 'enum' ? (mistake.params.allowedValues as JsonValue[]) : undefined;
}

/**
 * Branches that a key directly below (`type: s3`) rules out are dropped. When it rules out all of them, its value is the
 * mistake.
 */
function byDiscriminator(
  choice: Mistake,
  branches: readonly (readonly Mistake[])[],
): { kind: 'mistake'; mistake: Mistake } | { kind: 'branches'; branches: readonly (readonly Mistake[])[] } {
  const depth = choice.at.path.length + 1;
  const misses = branches.map((branch) =>
    branch.find((mistake) => mistake.at.path.length === depth && allowedBy(mistake) !== undefined),
  );
  const kept = branches.filter((_, i) => misses[i] === undefined);
  if (kept.length > 0) {
    const told = [...new Set(misses.flatMap((miss) => miss?.at ?? []))].map(
      (at) => ({ at, when: 'itself' }) as const,
    );
    const withReason = (mistake: Mistake): Mistake => ({
      ...mistake,
      conditions: [...mistake.conditions, ...told],
    });
    return { kind: 'branches', branches: kept.map((branch) => branch.map(withReason)) };
  }
  const [first] = misses;
  if (first === undefined || misses.some((miss) => miss?.at !== first.at))
    return { kind: 'branches', branches };
  const allowed = [...new Set(misses.flatMap((miss) => allowedBy(miss!) ?? []))];
  return { kind: 'mistake', mistake: { ...first, keyword: 'enum', params: { allowedValues: allowed } } };
}

/** Whether something is missing or empty, as opposed to wrong. */
function isAbsence(mistake: Mistake): boolean {
  const { keyword, at } = mistake;
  if (keyword === 'required') return true;
  if (keyword === 'minLength' || keyword === 'minItems' || keyword === 'minProperties') {
    return isEmpty(at.value);
  }
  return (
    (keyword === 'type' || keyword === 'not' || keyword === 'pattern') &&
    (at.value === null || at.value === '')
  );
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '';
}

/** The branch whose first error lies deepest, among those the one with the fewest; undefined when it is a draw. */
function closest(choice: Mistake, branches: readonly (readonly Mistake[])[]): readonly Mistake[] | undefined {
  const ranked = branches
    .map((branch) => ({
      branch,
      depth: branch.reduce((least, { at }) => Math.min(least, at.path.length), Number.POSITIVE_INFINITY),
    }))
    .sort((a, b) => b.depth - a.depth || a.branch.length - b.branch.length);
  const [first, second] = ranked;
  if (first === undefined) return undefined;
  if (second === undefined) return first.branch;
  const draw = first.depth === second.depth && first.branch.length === second.branch.length;
  return draw && (first.depth === choice.at.path.length || first.branch.length > 1)
    ? undefined
    : first.branch;
}
