import { path } from './path.ts';

/**
 * Tells of which places a change at or below some paths may say something else: what lies below them, they themselves, and the
 * folders around them, which may list other names.
 */
export function touchedBy(paths: readonly string[]): (file: string) => boolean {
  const changed = new Set(paths);
  const around = new Set<string>();
  for (const one of changed) {
    for (let at = path.dirname(one); !around.has(at); at = path.dirname(at)) around.add(at);
  }
  return (file) => {
    if (around.has(file)) return true;
    for (let at = file; ; at = path.dirname(at)) {
      if (changed.has(at)) return true;
      if (path.dirname(at) === at) return false;
    }
  };
}
