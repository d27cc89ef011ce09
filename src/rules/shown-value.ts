import type { Release } from '../model/release.ts';
import { valueText } from '../model/value-text.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The value, a text in quotes, with the remark that it is a default when no file shows it: `300 (the chart's default)`. */
export function shownValue({ values }: Release, path: ValuesPath, value: string | number): string {
  return `${valueText(value)}${values.locate(path, 'value').written ? '' : " (the chart's default)"}`;
}
