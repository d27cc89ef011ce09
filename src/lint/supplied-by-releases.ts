import type { Finding } from '../model/finding.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import { isAmong, isUserLayer } from '../model/layer.ts';
import { valueAt } from '../model/values-path.ts';
import type { ReleaseInput } from './release-input.ts';

/**
 * Leaves out what a chart's own values.yaml lacks and a release of the chart supplies: nobody installs the chart without. Only
 * where the values.yaml is looked at by itself.
 */
export function withoutSupplied(
  findings: readonly Finding[],
  input: ReleaseInput,
  data: JsonObject,
): readonly Finding[] {
  const { tree, files, layers, overlays } = input;
  if (tree === undefined || overlays === undefined || layers.some(isUserLayer)) return findings;
  if (!isAmong(tree.chart.values, files)) return findings;
  return findings.filter(({ rule, path }) => {
    if ((!rule.startsWith('schema/') && rule !== 'template/stops') || path === '') return true;
    const at = parsePointer(path);
    return !isEmpty(valueAt(data, at)) || !overlays().some((one) => !isEmpty(valueAt(one, at)));
  });
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
