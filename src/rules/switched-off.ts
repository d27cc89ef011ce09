import type { Release } from '../model/release.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';

/** Whether the path lies in a section that some switch turns off, so that nothing reads it. */
export function isSwitchedOff({ roles }: Release, path: ValuesPath): boolean {
  return roles.gates.some(({ on, sections }) => !on && sections.some((section) => startsWith(path, section)));
}
