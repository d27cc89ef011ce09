import { isAmong } from '../model/layer.ts';
import type { Release } from '../model/release.ts';

/** Whether the chart itself is what is linted: its author hears of mistakes of templates and defaults. */
export function isAuthors({ values, files }: Release): boolean {
  return values.layers.some((layer) => layer.kind === 'chart-defaults' && isAmong(layer, files));
}
