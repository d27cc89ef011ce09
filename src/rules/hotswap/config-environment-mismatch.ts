import type { HotswapValues } from '../../charts/hotswap-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';

const PATH = ['config', 'aspnetcoreEnvironment'];
/** What the chart writes into the settings file, and into nothing else. */
const SETTINGS = [
  ['config', 'logging'],
  ['config', 'corsOrigins'],
  ['config', 'rateLimiting'],
  ['config', 'pipeline'],
  ['config', 'prometheus'],
  ['vault', 'namespace'],
  ['vault', 'role'],
  ['secretRotation'],
];

export const rule = defineRule({
  id: 'hotswap/config-environment-mismatch',
  chart: 'hotswap',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The application runs in an environment for which the chart mounts no settings.',
    why: 'ASP.NET Core reads appsettings.<environment>.json, and the chart mounts its settings as appsettings.Production.json whatever the environment is. Under Development or Staging the log levels, origins, rate limits, pipeline, Vault and rotation settings of the values are not read, without an error. A mount of the volume config at the right path mends it.',
    source:
      'deployment.yaml of the chart (mountPath /app/appsettings.Production.json); ASP.NET Core documentation, Use multiple environments.',
  },
  examples: {
    bad: [
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Staging\n  corsOrigins:\n    - https://rollout.staging.corp.net\n',
      },
      { chart: 'hotswap', values: 'config:\n  aspnetcoreEnvironment: Development\n' },
    ],
    good: [
      { chart: 'hotswap', values: 'config:\n  aspnetcoreEnvironment: Production\n' },
      {
        chart: 'hotswap',
        values:
          'config:\n  aspnetcoreEnvironment: Staging\nvolumeMounts:\n  - name: tmp\n    mountPath: /tmp\n  - name: config\n    mountPath: /app/appsettings.Staging.json\n    subPath: appsettings.json\n',
      },
    ],
  },
  *check(release) {
    const { config, volumeMounts } = chartValues<HotswapValues>(release);
    const environment = config?.aspnetcoreEnvironment;
    if (environment !== 'Development' && environment !== 'Staging') return;
    const file = `/app/appsettings.${environment}.json`;
    if (Array.isArray(volumeMounts) && volumeMounts.some((mount) => mount?.mountPath === file)) return;
    const lost = SETTINGS.filter((path) => release.values.changedByUser(path)).map(formatPath);
    const what =
      lost.length === 0
        ? 'the application does not read what the values say about logs, origins, limits and Vault'
        : `${listWords(lost)} ${lost.length === 1 ? 'is' : 'are'} not read`;
    yield {
      at: PATH,
      problem: `config.aspnetcoreEnvironment is "${environment}", for which the chart mounts no settings`,
      why: `The chart mounts them as appsettings.Production.json only, so ${what}.`,
      help: `Set it to Production, or mount the volume config at ${file} as well (subPath appsettings.json).`,
    };
  },
});
