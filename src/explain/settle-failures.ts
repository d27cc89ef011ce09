import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Condition, Failure } from './attach-errors.ts';
import { authorsMessage } from './authors-message.ts';
import { chooseBranch } from './choose-branch.ts';
import type { FailingValue } from './index-errors.ts';
import type { Mistake } from './mistake.ts';

interface Surroundings {
  readonly at: FailingValue;
  /** The schemas entered for this value, outermost first. */
  readonly trail: readonly SchemaPlace[];
  readonly conditions: readonly Condition[];
  /** What annotations inside the closest `then` or `else` say for all below them. */
  readonly coveredBy?: string | undefined;
  readonly message?: string | undefined;
}

/** From so many on, failures that were settled before in the same branch are not settled again: they say the same. */
const SETTLED_TWICE = 1000;
/** References that double at every step lead to the same failures by more ways than anyone can walk. */
const MOST_WAYS = 100_000;

/** The ways that were walked, and the failures that were settled in the branch at hand. */
interface Walk {
  readonly total: { ways: number };
  readonly settled: Set<readonly Failure[]>;
}

/**
 * The mistakes behind the failures: every choice is settled for its most likely branch. Throws a RangeError when the failures
 * hang together in more ways than can be walked.
 */
export function settleFailures(failures: readonly Failure[], root: SchemaPlace, at: FailingValue): Mistake[] {
  const walk = { total: { ways: 0 }, settled: new Set<readonly Failure[]>() };
  return settle(failures, { at, trail: [root], conditions: [] }, walk);
}

function settle(failures: readonly Failure[], around: Surroundings, walk: Walk): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const failure of failures) {
    if (failure.kind === 'inside') {
      if (!isNew(failure.failures, walk)) continue;
      for (const mistake of settle(failure.failures, enter(failure, around), walk)) mistakes.push(mistake);
      continue;
    }
    const mistake = mistakeOf(failure, around);
    if (
      failure.kind === 'error' ||
      mistake.message !== undefined ||
      Array.isArray(mistake.params.passingSchemas)
    ) {
      mistakes.push(mistake);
      continue;
    }
    const branches = failure.branches.map((branch) => {
      const own = { total: walk.total, settled: new Set<readonly Failure[]>() };
      return settle(branch.failures, enter({ at: failure.at, place: branch.place }, around), own);
    });
    mistakes.push(...chooseBranch(mistake, branches));
  }
  return mistakes;
}

function isNew(failures: readonly Failure[], { total, settled }: Walk): boolean {
  total.ways++;
  if (total.ways > MOST_WAYS) throw new RangeError('too many ways');
  if (total.ways > SETTLED_TWICE && settled.has(failures)) return false;
  settled.add(failures);
  return true;
}

function mistakeOf(failure: Exclude<Failure, { kind: 'inside' }>, around: Surroundings): Mistake {
  const { at, place, error } = failure;
  const { trail, conditions } = around;
  const { keyword, params } = error;
  const coveredBy = annotationAt(place, 'coveredBy') ?? around.coveredBy;
  const message = trail
    .toReversed()
    .reduce<string | undefined>(
      (found, near) => found ?? authorsMessage(near, keyword, params, at.value),
      undefined,
    );
  return { keyword, at, place, trail, params, conditions, coveredBy, message: message ?? around.message };
}

function enter(
  next: { readonly at: FailingValue; readonly place: SchemaPlace; readonly condition?: Condition },
  around: Surroundings,
): Surroundings {
  const { at, place, condition } = next;
  const conditional = condition !== undefined || around.conditions.length > 0;
  const inherited = condition === undefined ? around : undefined;
  return {
    at,
    trail: at === around.at ? [...around.trail, place] : [place],
    conditions: condition === undefined ? around.conditions : [...around.conditions, condition],
    coveredBy: (conditional ? annotationAt(place, 'coveredBy') : undefined) ?? inherited?.coveredBy,
    message: (conditional ? annotationAt(place, 'message') : undefined) ?? inherited?.message,
  };
}

function annotationAt(place: SchemaPlace, name: 'coveredBy' | 'message'): string | undefined {
  const annotation = isJsonObject(place.schema) ? place.schema['x-chartlint'] : undefined;
  const value = isJsonObject(annotation) ? annotation[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
