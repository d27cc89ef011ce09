/** A map or list on the way down. */
interface Step {
  readonly value: object;
  readonly key: string;
  readonly above: Step | undefined;
}

/** The keys to the first map or list that is nested deeper than the limit. Undefined when none is. Needs no stack of its own. */
export function pathDeeperThan(value: unknown, limit: number): string[] | undefined {
  let level: Step[] = isContainer(value) ? [{ value, key: '', above: undefined }] : [];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return pathTo(level[0]!);
    const next: Step[] = [];
    for (const above of level) {
      if (Array.isArray(above.value)) {
        for (const [i, below] of above.value.entries())
          if (isContainer(below)) next.push({ value: below, key: String(i), above });
      } else {
        for (const [key, below] of Object.entries(above.value))
          if (isContainer(below)) next.push({ value: below, key, above });
      }
    }
    level = next;
  }
  return undefined;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function pathTo(last: Step): string[] {
  const path: string[] = [];
  for (let step = last; step.above !== undefined; step = step.above) path.push(step.key);
  return path.reverse();
}
