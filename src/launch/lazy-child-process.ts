const NAMES = [
  'ChildProcess',
  'exec',
  'execFile',
  'execFileSync',
  'execSync',
  'fork',
  'spawn',
  'spawnSync',
] as const;

/** `node:child_process`, loaded when one of its functions is first asked for: most runs start no program. */
export function lazyChildProcess(): object {
  const lazy = {};
  for (const name of NAMES) {
    Object.defineProperty(lazy, name, {
      enumerable: true,
      get: () => require('node:child_process')[name],
    });
  }
  return lazy;
}
