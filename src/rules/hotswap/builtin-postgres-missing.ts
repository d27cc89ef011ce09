import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const PATH = ['postgresql', 'enabled'];

export const rule = defineRule({
  id: 'hotswap/builtin-postgres-missing',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The built-in PostgreSQL is on, which the chart does not have.',
    why: 'The README speaks of a built-in database and the default is true, but Chart.yaml has no dependency and no template makes one. The pods wait for a Secret <fullname>-postgresql with the key password and then look for a server at <fullname>-postgresql: both have to be made by hand. In production the checklist of the README wants an external database anyway.',
    source:
      'Chart.yaml (no dependencies), _helpers.tpl (hotswap.databaseHost, hotswap.databaseSecretName) and README, Production Deployment Checklist.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'image:\n  tag: v1.4.2\n' },
      { chart: 'hotswap', values: 'postgresql:\n  enabled: true\n  auth:\n    database: rollout\n' },
    ],
    good: [
      {
        chart: 'hotswap',
        values:
          'postgresql:\n  enabled: false\nexternalDatabase:\n  host: pg.kernels.internal\n  existingSecret: hotswap-database\n',
      },
      { chart: 'hotswap', values: 'externalDatabase:\n  host: pg.kernels.internal\n' },
      { values: 'postgresql:\n  enabled: true\n' },
    ],
  },
  *check(release) {
    if (chartValues<HotswapValues>(release).postgresql?.enabled !== true) return;
    // Who fills in externalDatabase forgot the switch, which storage-mode-mismatch says.
    if (release.values.changedByUser(['externalDatabase'])) return;
    yield {
      at: PATH,
      problem: 'postgresql.enabled is true, but the chart deploys no PostgreSQL',
      why: 'The pods wait for a Secret and a server <fullname>-postgresql that nobody makes.',
      help: 'Set it to false and fill in externalDatabase, or make both by hand.',
    };
  },
});
