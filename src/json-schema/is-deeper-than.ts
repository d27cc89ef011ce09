/** Whether maps and lists are nested deeper than the limit. Needs no stack of its own. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      for (const below of Array.isArray(one) ? one : Object.values(one)) {
        if (typeof below === 'object' && below !== null) next.push(below);
      }
    }
    level = next;
  }
  return false;
}
