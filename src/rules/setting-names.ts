import { formatPath } from '../model/format-path.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { listWords } from './list-words.ts';

/** What two names may take of a line that says more than them, in characters. */
const ROOM = 60;

/** Settings by name where there is room for it, the rest counted: `a.b and c.d`, `a.b and 3 more`. */
export function settingNames(paths: readonly ValuesPath[]): string {
  const names = paths.map(formatPath);
  const fits = names.length === 2 && names.join(' and ').length <= ROOM;
  return listWords(names, 'and', fits ? 2 : 1);
}
