import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { countNoun } from '../../model/count-noun.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { hostOfUrl, isSampleHost } from '../host-names.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

const ENVIRONMENT = ['config', 'aspnetcoreEnvironment'];

export const rule = defineRule({
  id: 'hotswap/production-checklist',
  chart: 'hotswap',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'A file for production leaves out what the production checklist of the chart asks for.',
    why: 'The README lists what a production release should have: autoscaling, a disruption budget, metrics and a ServiceMonitor, rate limits, an Ingress, origins of your own, pods on different nodes, and secrets that are rotated. Each is one line; together they decide how a bad night goes. The chart calls itself Production by default, so this asks only when a file or a flag says it.',
    source: 'Production Deployment Checklist of the HotSwap README.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'config:\n  aspnetcoreEnvironment: Production\n' },
      { chart: 'hotswap', values: 'podDisruptionBudget:\n  enabled: false\n', environment: 'production' },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Production\n  corsOrigins: [https://board.corp.net]\nserviceMonitor:\n  enabled: true\ningress:\n  enabled: true\n',
      },
      { chart: 'hotswap', values: 'image:\n  tag: v1.4.2\n' },
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Staging\nautoscaling:\n  enabled: false\nreplicaCount: 2\n',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    // Another spelling, in which the application does not run as Production, is for the schema.
    const spelled = chartValues<HotswapValues>(release).config?.aspnetcoreEnvironment;
    if (release.context.environment === undefined && spelled !== 'Production') return;
    if (release.context.environment === undefined && !isUserWritten(release, ENVIRONMENT)) return;
    const missing = missingItems(release);
    if (missing.length === 0) return;
    // Where somebody turned one of them off, else where production is told.
    const [first, ...others] = missing.flatMap(({ at }) => (isUserWritten(release, at) ? [at] : []));
    yield {
      at: first ?? ENVIRONMENT,
      problem: `${countNoun(missing.length, 'point')} of the chart's checklist for production ${missing.length === 1 ? 'is' : 'are'} open`,
      why: `The checklist wants ${listWords(
        missing.map(({ what, at }) => `${what} (${at.join('.')})`),
        'and',
        9,
      )}.`,
      help: 'Turn on what this release needs.',
      related: others.map((at) => ({ at, message: 'another one' })),
    };
  },
});

interface Item {
  readonly what: string;
  readonly at: ValuesPath;
}

function missingItems(release: Release): Item[] {
  const values = chartValues<HotswapValues>(release);
  const reachable = values.ingress?.enabled === true || (values.service?.type ?? 'ClusterIP') !== 'ClusterIP';
  const spread = Object.values(values.affinity?.podAntiAffinity ?? {}).some(
    (terms) => Array.isArray(terms) && terms.length > 0,
  );
  const origins = release.roles.cors.flatMap((role) => role.origins);
  // Origins of the examples that somebody wrote are the business of cors-origin-invalid.
  const ownOrigins = origins.some(
    ({ path, value }) => isUserWritten(release, path) || !isSampleHost(hostOfUrl(value) ?? ''),
  );
  const items: [boolean, string, ValuesPath][] = [
    [values.autoscaling?.enabled === true, 'an autoscaler', ['autoscaling', 'enabled']],
    [values.podDisruptionBudget?.enabled === true, 'a disruption budget', ['podDisruptionBudget', 'enabled']],
    [values.serviceMonitor?.enabled === true, 'a ServiceMonitor', ['serviceMonitor', 'enabled']],
    [values.config?.prometheus?.enabled === true, 'metrics', ['config', 'prometheus', 'enabled']],
    [values.config?.rateLimiting?.enabled === true, 'rate limits', ['config', 'rateLimiting', 'enabled']],
    [ownOrigins, 'origins of your own', ['config', 'corsOrigins']],
    [values.secretRotation?.enabled === true, 'secrets that are rotated', ['secretRotation', 'enabled']],
    [reachable, 'an Ingress with TLS', ['ingress', 'enabled']],
    [spread, 'pods on different nodes', ['affinity', 'podAntiAffinity']],
  ];
  return items.flatMap(([done, what, at]) => (done ? [] : [{ what, at }]));
}
