/** Freezes maps and lists and all that is in them, and returns what it is given. Needs no stack of its own. */
export function deepFreeze<T>(value: T): T {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const at = open.pop();
    // What is frozen was gone through before.
    if (typeof at !== 'object' || at === null || Object.isFrozen(at)) continue;
    Object.freeze(at);
    for (const below of Object.values(at)) if (typeof below === 'object' && below !== null) open.push(below);
  }
  return value;
}
