import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { parseQuantity } from '../parse-quantity.ts';
import { isUserWritten } from '../written.ts';

/** Requests and limits of a component: CPU and memory of each. */
type Row = readonly [string, string, string, string];

interface Sizes {
  readonly orchestrator: Row;
  readonly frontend: Row;
  readonly postgresql: Row;
  readonly storage: string;
}

/** The rows for production in the three tables of the README. */
const SIZES: Sizes = {
  orchestrator: ['500m', '512Mi', '2000m', '2Gi'],
  frontend: ['100m', '128Mi', '200m', '256Mi'],
  postgresql: ['250m', '256Mi', '1000m', '2Gi'],
  storage: '50Gi',
};
/** To how many orchestrators the README lets production grow. */
const MOST_PODS = '10';
const ENVIRONMENT = ['global', 'environment'];
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
  recommended: true,
  docs: {
    summary:
      'In production a component has less CPU, memory, storage or room to grow than the README of the chart advises.',
    why: 'Below the rows for production the orchestrator is slow to start and is restarted by its probes, or ends for want of memory. The fewest pods are the business of production-replica-floor.',
    source: 'Resource Sizing in the Atlasia README.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        environment: 'production',
        values:
          'orchestrator:\n  resources:\n    requests:\n      memory: 256Mi\n    limits:\n      memory: 1Gi\n',
      },
      {
        chart: 'atlasia',
        values:
          'global:\n  environment: production\npostgresql:\n  primary:\n    persistence:\n      size: 20Gi\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'global:\n  environment: staging\npostgresql:\n  primary:\n    persistence:\n      size: 20Gi\n',
      },
      {
        chart: 'atlasia',
        environment: 'production',
        values: 'orchestrator:\n  resources:\n    limits:\n      memory: 4Gi\n',
      },
      // On a machine of one's own.
      { chart: 'atlasia', values: 'postgresql:\n  primary:\n    persistence:\n      size: 10Gi\n' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production' || !isStated(release)) return;
    const components: [ValuesPath, Row][] = [
      [['orchestrator', 'resources'], SIZES.orchestrator],
      [['frontend', 'resources'], SIZES.frontend],
    ];
    const small: Small[] = [];
    if (valueAt(release.values.data, ['postgresql', 'enabled']) === true) {
      components.push([['postgresql', 'primary', 'resources'], SIZES.postgresql]);
      const size = ['postgresql', 'primary', 'persistence', 'size'];
      small.push(...below(release, size, SIZES.storage));
    }
    for (const [resources, row] of components) {
      const found = FIELDS.flatMap((field, i) => below(release, [...resources, ...field], row[i]!));
      if (found.length > 0) yield report(found);
    }
    if (small.length > 0) yield report(small);
    const most = ['orchestrator', 'autoscaling', 'maxReplicas'];
    if (valueAt(release.values.data, ['orchestrator', 'autoscaling', 'enabled']) === true) {
      const few = below(release, most, MOST_PODS);
      if (few.length > 0) yield report(few);
    }
  },
});

/** The chart's default is production as well, which says nothing of a file for a machine of one's own. */
function isStated(release: Release): boolean {
  const { environment, namedForProduction } = release.context;
  return environment !== undefined || namedForProduction !== undefined || isUserWritten(release, ENVIRONMENT);
}

interface Small {
  readonly path: ValuesPath;
  readonly value: JsonValue;
  readonly wanted: string;
}

/** The value, when the user set it and it is less than advised. */
function below(release: Release, path: ValuesPath, wanted: string): Small[] {
  const value = valueAt(release.values.data, path);
  const amount = parseQuantity(value)?.amount;
  const least = parseQuantity(wanted)?.amount ?? 0;
  if (value === undefined || amount === undefined || amount >= least || !release.values.changedByUser(path))
    return [];
  return [{ path, value, wanted }];
}

function report(small: readonly Small[]): Fact {
  const [first, ...others] = small;
  const names = small.map(({ path }) => formatPath(path));
  const sizes = small.map(({ path, value }) => `${formatPath(path)} is ${valueText(value)}`);
  return {
    at: first!.path,
    problem: `${listWords(sizes, 'and', 2)}, less than advised`,
    why: `For production the README of the chart advises ${listWords(small.map(({ wanted }, i) => (small.length === 1 ? wanted : `${wanted} for ${names[i]}`)))}.`,
    help: `Raise ${small.length === 1 ? 'it' : 'them'} unless you measured that it is enough.`,
    related: others.map(({ path, value }) => ({ at: path, message: `${valueText(value)} here` })),
  };
}
