import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { parseQuantity } from '../parse-quantity.ts';

/** Requests and limits of a component: CPU and memory of each. */
type Row = readonly [string, string, string, string];

interface Sizes {
  readonly orchestrator: Row;
  readonly frontend: Row;
  readonly postgresql: Row;
  readonly storage: string;
}

/** The three tables of the README. */
const SIZES: Readonly<Record<string, Sizes>> = {
  development: {
    orchestrator: ['250m', '256Mi', '500m', '512Mi'],
    frontend: ['50m', '64Mi', '100m', '128Mi'],
    postgresql: ['125m', '128Mi', '500m', '512Mi'],
    storage: '10Gi',
  },
  staging: {
    orchestrator: ['250m', '256Mi', '1000m', '1Gi'],
    frontend: ['50m', '64Mi', '100m', '128Mi'],
    postgresql: ['125m', '128Mi', '500m', '512Mi'],
    storage: '20Gi',
  },
  production: {
    orchestrator: ['500m', '512Mi', '2000m', '2Gi'],
    frontend: ['100m', '128Mi', '200m', '256Mi'],
    postgresql: ['250m', '256Mi', '1000m', '2Gi'],
    storage: '50Gi',
  },
};
const FIELDS = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'cpu'],
  ['limits', 'memory'],
];

export const rule = defineRule({
  id: 'atlasia/sizing',
  chart: 'atlasia',
  severity: 'info',
  // The tables are advice; who sets a size has mostly measured it.
  recommended: false,
  docs: {
    summary:
      'A component has less CPU, memory or storage than the README of the chart advises for the environment.',
    why: 'The README has a row for development, staging and production. Below it the orchestrator is slow to start and is restarted by its probes, or ends for want of memory. Counts of pods are the business of production-replica-floor.',
    source: 'Resource Sizing in the Atlasia README.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values:
          'orchestrator:\n  resources:\n    requests:\n      memory: 256Mi\n    limits:\n      memory: 1Gi\n',
      },
      { chart: 'atlasia', values: 'postgresql:\n  primary:\n    persistence:\n      size: 20Gi\n' },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'global:\n  environment: staging\npostgresql:\n  primary:\n    persistence:\n      size: 20Gi\n',
      },
      { chart: 'atlasia', values: 'orchestrator:\n  resources:\n    limits:\n      memory: 4Gi\n' },
    ],
  },
  *check(release) {
    const environment = release.roles.environment ?? '';
    const sizes = Object.hasOwn(SIZES, environment) ? SIZES[environment] : undefined;
    if (sizes === undefined) return;
    const components: [ValuesPath, Row][] = [
      [['orchestrator', 'resources'], sizes.orchestrator],
      [['frontend', 'resources'], sizes.frontend],
    ];
    const small: Small[] = [];
    if (valueAt(release.values.data, ['postgresql', 'enabled']) === true) {
      components.push([['postgresql', 'primary', 'resources'], sizes.postgresql]);
      const size = ['postgresql', 'primary', 'persistence', 'size'];
      small.push(...below(release, size, sizes.storage));
    }
    for (const [resources, row] of components) {
      const found = FIELDS.flatMap((field, i) => below(release, [...resources, ...field], row[i]!));
      if (found.length > 0) yield report(found, environment);
    }
    if (small.length > 0) yield report(small, environment);
  },
});

interface Small {
  readonly path: ValuesPath;
  readonly value: string;
  readonly wanted: string;
}

/** The value, when the user set it and it is less than advised. */
function below(release: Release, path: ValuesPath, wanted: string): Small[] {
  const value = valueAt(release.values.data, path);
  const amount = parseQuantity(value)?.amount;
  const least = parseQuantity(wanted)?.amount ?? 0;
  if (amount === undefined || amount >= least || !release.values.changedByUser(path)) return [];
  return [{ path, value: String(value), wanted }];
}

function report(small: readonly Small[], environment: string): Fact {
  const [first, ...others] = small;
  const sizes = small.map(({ path, value, wanted }) => `${formatPath(path)} is "${value}" (${wanted})`);
  return {
    at: first!.path,
    problem: listWords(sizes),
    why: `Less than the README of the chart advises for ${environment}, which stands in brackets.`,
    help: 'Raise it unless you measured that it is enough.',
    related: others.map(({ path, value }) => ({ at: path, message: `"${value}" here` })),
  };
}
