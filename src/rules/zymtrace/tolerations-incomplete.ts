import type { Fact } from '../../model/fact.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { objectAt, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';

const SERVICES = ['services', 'common'];
/** The components with pods of their own, by the modes in which they have them. */
const DATABASES: readonly (readonly [string, readonly string[]])[] = [
  ['clickhouse', ['create']],
  ['postgres', ['create', 'gcp_cloudsql']],
  ['storage', ['create']],
];
/** Taints that Kubernetes puts on sick nodes, and selectors that divide no cluster. */
const CONDITION = /^node\.(?:kubernetes|cloudprovider\.kubernetes)\.io\//;
const ANY_NODE = /^(?:beta\.)?kubernetes\.io\/(?:arch|os)$/;

export const rule = defineRule({
  id: 'zymtrace/tolerations-incomplete',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The services tolerate a taint and the databases tolerate none, or the other way round.',
    why: 'Databases and storage have tolerations of their own and do not inherit those of the services. On a cluster whose nodes all have the taint, the side without the toleration stays Pending, and with it the jobs that create the bucket and migrate the databases: the release never gets ready. Components that node selectors or taints of their own send to other nodes are left alone.',
    source:
      'Important note on tolerations in the zymtrace chart README; helpers `tolerations` and `dbTolerations` of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  common:\n    tolerations:\n      - key: dedicated\n        operator: Equal\n        value: zymtrace\n        effect: NoSchedule\n',
      },
      {
        chart: 'zymtrace',
        values:
          'clickhouse: &tainted\n  tolerations:\n    - key: dedicated\n      operator: Exists\npostgres: *tainted\nstorage: *tainted\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'services:\n  common: &tainted\n    tolerations:\n      - key: dedicated\n        operator: Exists\nclickhouse: *tainted\npostgres: *tainted\nstorage: *tainted\n',
      },
      {
        chart: 'zymtrace',
        values:
          'clickhouse:\n  nodeSelector:\n    pool: databases\n  tolerations:\n    - key: dedicated\n      operator: Exists\n',
      },
      {
        chart: 'zymtrace',
        values:
          'postgres:\n  tolerations:\n    - key: node.kubernetes.io/memory-pressure\n      operator: Exists\n      effect: NoExecute\n      tolerationSeconds: 3600\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    const databases = DATABASES.filter(([name, modes]) =>
      modes.includes(String(valueAt(data, [name, 'mode']))),
    )
      .map(([name]) => [name])
      .filter((path) => poolOf(release, path) === poolOf(release, SERVICES));
    if (blocking(release, SERVICES).length > 0) yield* compare(release, [SERVICES], databases);
    else {
      const ahead = databases.filter((path) => blocking(release, path).length > 0);
      yield* compare(release, ahead, [SERVICES]);
    }
  },
});

/** Those of the others that tolerate no taint at all; whoever tolerates another one has nodes of its own. */
function* compare(
  release: Release,
  from: readonly ValuesPath[],
  others: readonly ValuesPath[],
): Iterable<Fact> {
  const lacking = others.filter(
    (path) => blocking(release, path).length === 0 && !toleratesAll(release, path),
  );
  const [first] = from;
  if (first === undefined || lacking.length === 0) return;
  const tolerated = from.flatMap((path) => blocking(release, path));
  const taints = [...new Set(tolerated.map((toleration) => `"${taintOf(toleration)}"`))];
  const name = (path: ValuesPath): string => `${path.join('.')}.tolerations`;
  yield {
    at: [...first, 'tolerations'],
    part: 'key',
    problem: `${listWords(lacking.map(name), 'and', 1)} ${lacking.length === 1 ? 'lacks' : 'lack'} what gets past ${listWords(taints, 'and', 1)}`,
    why: `${listWords(from.map(name))} ${from.length === 1 ? 'gets' : 'get'} past ${taints.length === 1 ? 'the taint' : 'the taints'} ${listWords(taints)}, but ${listWords(lacking.map(name))} ${lacking.length === 1 ? 'does' : 'do'} not. Those pods and jobs stay Pending when all nodes are tainted.`,
    help: 'Repeat the toleration there, or send them to other nodes with a nodeSelector.',
    related: lacking.map((path) => ({
      at: [...path, 'tolerations'],
      part: 'key' as const,
      message: `${path.join('.')} does not tolerate it`,
    })),
  };
}

/** Tolerations of taints that keep pods away from nodes for good. */
function blocking(release: Release, path: ValuesPath): JsonObject[] {
  return tolerationsOf(release, path).filter(
    ({ key, effect }) =>
      effect !== 'PreferNoSchedule' && typeof key === 'string' && key !== '' && !CONDITION.test(key),
  );
}

function tolerationsOf(release: Release, path: ValuesPath): JsonObject[] {
  const list = valueAt(release.values.data, [...path, 'tolerations']);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function toleratesAll(release: Release, path: ValuesPath): boolean {
  return tolerationsOf(release, path).some(({ key, operator }) => isEmpty(key) && operator === 'Exists');
}

function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function taintOf({ key, operator, value, effect }: JsonObject): string {
  return `${key}${operator === 'Exists' || isEmpty(value) ? '' : `=${value}`}${isEmpty(effect) ? '' : `:${effect}`}`;
}

/** The nodes that a component asks for, as text; the same for all that ask for none in particular. */
function poolOf(release: Release, path: ValuesPath): string {
  const selector = objectAt(release.values.data, [...path, 'nodeSelector']) ?? {};
  const labels = Object.entries(selector).filter(([key]) => !ANY_NODE.test(key));
  return JSON.stringify(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}
