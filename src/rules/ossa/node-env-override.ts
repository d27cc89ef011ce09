import type { OssaValues } from '../../charts/ossa-values.ts';
import { countNoun } from '../../model/count-noun.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { deployedServices } from '../ossa-services.ts';
import { isUserWritten } from '../written.ts';

const ENVIRONMENT = ['global', 'environment'];

export const rule = defineRule({
  id: 'ossa/node-env-override',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'Services run with NODE_ENV development in staging, or with another one than production in production.',
    why: 'The chart sets NODE_ENV to the environment, and after it the variables of services.<service>.env, whose default says "development". The later one wins, so every service runs in development mode, with verbose errors and without caches, unless each of them is overridden.',
    source: '_helpers.tpl (ossa.commonEnv), all-services.yaml and values.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'global:\n  environment: production\n' },
      {
        chart: 'ossa',
        values:
          'global:\n  environment: staging\nservices:\n  gateway:\n    env:\n      NODE_ENV: development\n',
      },
    ],
    good: [
      { chart: 'ossa', values: 'global:\n  environment: dev\n' },
      {
        chart: 'ossa',
        values:
          'global:\n  environment: production\nservices:\n  gateway: &production\n    env:\n      NODE_ENV: production\n  taskAgent: *production\n  commAgent: *production\n  mcpAgent: *production\n  coordination: *production\n  discovery: *production\n  orchestration: *production\n  monitoring: *production\n',
      },
    ],
  },
  *check(release) {
    const values = chartValues<OssaValues>(release);
    const environment = values.global?.environment;
    if (environment !== 'production' && environment !== 'staging') return;
    const modeOf = (key: keyof NonNullable<OssaValues['services']>): unknown =>
      values.services?.[key]?.env?.NODE_ENV;
    // Staging may well run as production does.
    const services = deployedServices(values).filter(({ key }) => {
      const mode = modeOf(key);
      return (
        mode === 'development' || (environment === 'production' && mode !== undefined && mode !== environment)
      );
    });
    const modes = [...new Set(services.map(({ key }) => `"${modeOf(key)}"`))];
    if (services.length === 0) return;
    const paths = services.map(({ key }) => ['services', key, 'env', 'NODE_ENV']);
    const written = paths.filter((path) => isUserWritten(release, path));
    const at = written[0] ?? ENVIRONMENT;
    const run = services.length === 1 ? 'runs' : 'run';
    yield {
      at,
      problem: `global.environment is "${environment}", but ${services.length === 1 ? services[0]!.key : countNoun(services.length, 'service')} ${run} with NODE_ENV ${listWords(modes, 'or')}`,
      why: `The own env of ${listWords(
        services.map(({ key }) => key),
        'and',
        8,
      )} comes after the chart's and wins.`,
      help: `Set NODE_ENV below services.<service>.env${services.length === 1 ? '' : ' of each'}.`,
      related: [...written.slice(1), ...(at === ENVIRONMENT ? [] : [ENVIRONMENT])].map((path) => ({
        at: path,
        message: path === ENVIRONMENT ? `the environment is "${environment}"` : 'another one',
      })),
    };
  },
});
