import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/**
 * Nulls in a chart's own values.yaml that were to delete a default of a dependency. Up to Helm 3.21 they did; Helm 4.2 drops
 * nulls of charts before the merge (`pkg/chart/common/util/coalesce.go`; tried with 3.21.4 and 4.2.4).
 */
export function nullsThatKeep({ data, document }: Layer, values: MergedValues): Finding[] {
  if (document === undefined) return [];
  const findings: Finding[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (isJsonObject(value)) {
      for (const key of Object.keys(value)) visit(value[key]!, [...path, key]);
      return;
    }
    if (value !== null || values.ownerOf(path).scope.length === 0) return;
    const now = valueAt(values.data, path);
    // What a file of the user puts there is no default.
    if (now === undefined || now === null || values.changedByUser(path)) return;
    const name = formatPath(path);
    findings.push({
      rule: 'merge/null-keeps-default',
      severity: 'warning',
      problem: `null here does not delete ${name}: the default of the dependency stays`,
      why: "Since Helm 4.2 nulls in a chart's own values.yaml are dropped.",
      help: `Delete it in a values file of the release, or set ${name} to what shall be there.`,
      span: document.locate(path, 'value'),
      path: toPointer(path),
      related: [{ span: values.locate(path, 'key').span, message: 'the default that stays' }],
    });
  };
  visit(data, []);
  return findings;
}
