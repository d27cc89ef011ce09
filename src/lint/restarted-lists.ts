import type { MergedLayers } from '../merge/merged-layers.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/**
 * Parameters of manifests that set one item of a list which only the chart has: `--set` starts a new list there, and the other items are
 * gone (`parser.listItem` in pkg/strvals/parser.go knows nothing of the chart).
 */
export function restartedLists(values: MergedLayers): Finding[] {
  const parameters = values.layers.filter(
    ({ words, flag }) => words !== undefined && flag !== undefined && /^[^=]*\[\d+\]/.test(flag.text),
  );
  const seen = new Set<string>();
  return parameters.flatMap((layer) =>
    listsIn(layer.data, []).flatMap((path): Finding[] => {
      const finding = restarted(layer, path, values);
      if (finding === undefined || seen.has(finding.path)) return [];
      seen.add(finding.path);
      return [finding];
    }),
  );
}

function restarted({ document }: Layer, path: ValuesPath, values: MergedLayers): Finding | undefined {
  const before = values.defaultAt(path);
  const now = valueAt(values.data, path);
  if (document === undefined || !Array.isArray(before) || !Array.isArray(now)) return undefined;
  const lost = before.length - now.length;
  if (lost <= 0) return undefined;
  const name = formatPath(path);
  const items = (count: number): string => `${count} ${count === 1 ? 'item' : 'items'}`;
  return {
    rule: 'gitops/restarted-list',
    severity: 'warning',
    problem: `"${name}" has ${items(before.length)} in the chart, and ${items(now.length)} with this parameter`,
    why: 'Like --set, a parameter with an index starts a new list: the others of the chart are gone.',
    help: 'Write the whole list as values.',
    span: document.locate(path, 'key'),
    path: toPointer(path),
    related: [],
  };
}

function listsIn(value: JsonValue, at: ValuesPath): ValuesPath[] {
  if (Array.isArray(value)) return [at];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => listsIn(below, [...at, key]));
}
