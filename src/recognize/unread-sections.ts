import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { childOf } from '../model/values-path.ts';
import type { IsRead } from './is-read.ts';
import { valuesMatching } from './match-annotations.ts';
import type { ValuesView } from './values-view.ts';

/**
 * Values are unread below a section that the selected mode ignores, below what no template reads, and in a component
 * that is switched off (`enabled: false` beside or above them), unless that is the very mode that reads them.
 */
export function readSections({ data, chart, modes }: Pick<ValuesView, 'data' | 'chart' | 'modes'>): IsRead {
  const unread = new Set(modes.flatMap(({ ignored }) => ignored.map(toPointer)));
  for (const { pattern, annotation } of chart?.annotations ?? []) {
    if (annotation.dead === undefined) continue;
    for (const { path } of valuesMatching(data, pattern)) unread.add(toPointer(path));
  }
  const chosen = new Set(
    modes.flatMap(({ readers, value }) =>
      Object.entries(readers).flatMap(([section, by]) => (by.includes(String(value)) ? [section] : [])),
    ),
  );
  return (path) => {
    let pointer = '';
    let current: JsonValue | undefined = data;
    let off = false;
    for (const [i, segment] of path.entries()) {
      if (isOff(current) && segment !== 'enabled') off = true;
      if (unread.size > 0) {
        pointer += toPointer([segment]);
        if (unread.has(pointer)) return false;
      }
      if (off && chosen.has(formatPath(path.slice(0, i + 1)))) off = false;
      current = childOf(current, segment);
    }
    return !off && !isOff(current);
  };
}

function isOff(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && value.enabled === false;
}
