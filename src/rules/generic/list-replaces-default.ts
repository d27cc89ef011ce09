import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { overwrittenDefaults } from '../overwritten-defaults.ts';

/** Lists that people add to, and whose default items the chart relies on. */
const GROWING =
  /(?:^|[a-z])(?:env|envs|environment|volumemounts|containers|initcontainers|sidecars|args|ports)$/i;

export const rule = defineRule({
  id: 'list-replaces-default',
  severity: 'info',
  recommended: true,
  docs: {
    summary:
      'A list of environment variables, mounts, containers or egress rules leaves out items of the chart’s default list.',
    why: 'Helm merges maps but replaces lists: whoever adds one variable or mount drops all that the chart had there, such as the writable /tmp or the rule that allows DNS. Items are told by their name; egress rules by their number. Volumes that are still mounted are the business of volume-mount-undefined.',
    source:
      'Helm issue 11734; Helm documentation, Values Files. Lists of the HotSwap (volumeMounts) and Atlasia (env, networkPolicy.egress) charts.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'volumeMounts:\n  - name: cache\n    mountPath: /cache\n' },
      {
        values: 'env:\n  - name: B\n    value: "2"\n',
        defaults: 'env:\n  - name: A\n    value: "1"\n',
      },
      {
        chart: 'atlasia',
        values: 'networkPolicy:\n  egress:\n    - to:\n        - podSelector: {}\n',
      },
    ],
    good: [
      {
        values: 'env:\n  - name: A\n    value: "3"\n  - name: B\n    value: "2"\n',
        defaults: 'env:\n  - name: A\n    value: "1"\n',
      },
      { values: 'env: []\n', defaults: 'env:\n  - name: A\n    value: "1"\n' },
      {
        values: 'ingress:\n  hosts:\n    - host: a.corp.net\n',
        defaults: 'ingress:\n  hosts:\n    - host: chart.local\n',
      },
    ],
  },
  *check(release) {
    const seen = new Set<string>();
    for (const { path, before } of overwrittenDefaults(
      release,
      (_, now, before) => Array.isArray(now) && Array.isArray(before),
    )) {
      const now = valueAt(release.values.data, path) as JsonValue[];
      const name = formatPath(path);
      if (seen.has(name)) continue;
      seen.add(name);
      // An empty list is emptied on purpose.
      if (!Array.isArray(before) || now.length === 0) continue;
      const lost = lostItems(path, before, now);
      if (lost === undefined) continue;
      yield {
        at: path,
        part: 'key',
        problem: `${name} drops ${lost} of the chart's list`,
        why: 'Helm does not merge lists: this one takes the place of the whole list.',
        help: 'Repeat what is still needed.',
      };
    }
  },
});

/** What of the default list is not in the new one, in words; undefined when nothing that anybody would miss. */
function lostItems(
  path: ValuesPath,
  before: readonly JsonValue[],
  now: readonly JsonValue[],
): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  if (key === 'egress' && path.length > 1) {
    return now.length < before.length
      ? `${before.length - now.length} of ${before.length} default rules`
      : undefined;
  }
  if (!GROWING.test(key)) return undefined;
  const kept = new Set(now.map(nameOf));
  const lost = before.map(nameOf).filter((name) => name !== undefined && !kept.has(name));
  return lost.length === 0 ? undefined : listWords(lost.map((name) => `"${name}"`));
}

function nameOf(item: JsonValue): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const name = item.name ?? item.mountPath;
  return typeof name === 'string' ? name : undefined;
}
