import { LIMITS } from '../../model/limits.ts';
import { SchemaLimit } from './schema-limit.ts';
import type { Check, SchemaRun } from './schema-run.ts';

/** From so many followed references on a run remembers what passed: few runs get there. */
const REMEMBERS_FROM = 2000;

/**
 * The check of what references lead to. One that comes back to itself on the same value fails there, as in Helm's engine
 * (`validator.go`, checkCycle); references that double at every step cost no more than the schema times the data.
 */
export function followedOnce(pointer: string, make: () => Check): Check {
  let made: Check | undefined;
  let owner: SchemaRun | undefined;
  let level = -1;
  return (data, run) => {
    if (owner === run && level === run.level) {
      run.fail('$ref', `${pointer}/$ref`, { endless: true });
      return;
    }
    run.steps++;
    if (run.steps > LIMITS.schemaSteps) throw new SchemaLimit('schemaSteps');
    const { propertyName } = run;
    const outerOwner = owner;
    const outerLevel = level;
    const before = run.errors.length;
    owner = run;
    level = run.level;
    run.propertyName = undefined;
    made ??= make();
    if (run.steps < REMEMBERS_FROM || mustRun(made, data, run)) made(data, run);
    if (run.steps >= REMEMBERS_FROM) remember(made, data, run, before);
    run.propertyName = propertyName;
    owner = outerOwner;
    level = outerLevel;
  };
}

/** Whether nothing is known of the check on the same data: that it passes, or fails where only the verdict matters. */
function mustRun(check: Check, data: unknown, run: SchemaRun): boolean {
  if (!isRemembered(run)) return true;
  const verdict = run.verdicts.get(check)?.get(data);
  if (verdict === false && run.silent > 0) run.fail('', '', {});
  return verdict === undefined || (verdict === false && run.silent === 0);
}

function remember(check: Check, data: unknown, run: SchemaRun, before: number): void {
  if (!isRemembered(run)) return;
  const known = run.verdicts.get(check) ?? new Map<unknown, boolean>();
  run.verdicts.set(check, known.set(data, run.errors.length === before));
}

/** What a check looks at, and where dynamic references lead, is not remembered. */
function isRemembered(run: SchemaRun): boolean {
  return run.evaluated === undefined && run.scope.length === 1;
}
