import type { OssaValues } from '../../charts/ossa-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { deployedServices } from '../ossa-services.ts';

/** Variables of the chart that have a value of their own for all services. */
const SETTINGS = new Map([
  ['OSSA_VERSION', 'ossa.version'],
  ['OSSA_PHASE', 'ossa.phase'],
  ['OSSA_SCALE', 'ossa.scale'],
]);

export const rule = defineRule({
  id: 'ossa/env-duplicate',
  chart: 'ossa',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'The env of a service sets a variable that the chart sets as well.',
    why: 'The chart writes the variable, and then the one of the service with the same name, which wins. For OSSA_VERSION and its like there is one value for all services. SERVICE_PORT is worse: container port, Service and probes are fixed, so a service that listens elsewhere is never ready. The URLs of the stores are left alone, since this is the only way to give one service another store.',
    source: '_helpers.tpl (ossa.commonEnv) and all-services.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'services:\n  gateway:\n    env:\n      SERVICE_PORT: "8080"\n' },
      { chart: 'ossa', values: 'services:\n  discovery:\n    env:\n      OSSA_SCALE: small\n' },
    ],
    good: [
      { chart: 'ossa', values: 'services:\n  gateway:\n    env:\n      SERVICE_PORT: "3000"\n' },
      { chart: 'ossa', values: 'services:\n  gateway:\n    env:\n      LOG_LEVEL: info\n' },
    ],
  },
  *check(release) {
    const values = chartValues<OssaValues>(release);
    for (const { key, port } of deployedServices(values)) {
      const env: Readonly<Record<string, unknown>> = values.services?.[key]?.env ?? {};
      for (const [name, value] of Object.entries(env)) {
        const at = ['services', key, 'env', name];
        if (!release.values.changedByUser(at)) continue;
        if (name === 'SERVICE_PORT' && String(value) !== String(port)) {
          yield {
            at,
            severity: 'warning',
            problem: `${formatPath(at)} is "${String(value)}", but container, Service and probes of this service use ${port}`,
            why: 'It listens where nobody calls and is never ready.',
            help: 'Remove it.',
          };
          continue;
        }
        const setting = SETTINGS.get(name);
        if (setting === undefined) continue;
        yield {
          at,
          problem: `${formatPath(at)} replaces what the chart sets from ${setting}, for this service only`,
          help: `Set ${setting} for all services, or keep it if they are meant to differ.`,
        };
      }
    }
  },
});
