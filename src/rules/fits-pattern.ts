import type { ValuesPath } from '../model/values-path.ts';

/** Whether the path is one that the pattern of an annotation stands for; `*` is any key or index. */
export function fitsPattern(path: ValuesPath, pattern: readonly string[]): boolean {
  return (
    path.length === pattern.length &&
    pattern.every((segment, i) => segment === '*' || segment === String(path[i]))
  );
}
