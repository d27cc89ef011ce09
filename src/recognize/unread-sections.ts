import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { childOf } from '../model/values-path.ts';
import type { IsRead } from './is-read.ts';
import { valuesMatching } from './match-annotations.ts';
import type { ValuesView } from './values-view.ts';

/**
 * Values are unread below a section that the selected mode ignores, below what no template reads, and in a component
 * that is switched off (`enabled: false` beside or above them).
 */
export function readSections({ data, chart, modes }: Pick<ValuesView, 'data' | 'chart' | 'modes'>): IsRead {
  const unread = new Set(modes.flatMap(({ ignored }) => ignored.map(toPointer)));
  for (const { pattern, annotation } of chart?.annotations ?? []) {
    if (annotation.dead === undefined) continue;
    for (const { path } of valuesMatching(data, pattern)) unread.add(toPointer(path));
  }
  return (path) => {
    let pointer = '';
    let current: JsonValue | undefined = data;
    for (const segment of path) {
      if (isOff(current) && segment !== 'enabled') return false;
      if (unread.size > 0) {
        pointer += toPointer([segment]);
        if (unread.has(pointer)) return false;
      }
      current = childOf(current, segment);
    }
    return !isOff(current);
  };
}

function isOff(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && value.enabled === false;
}
