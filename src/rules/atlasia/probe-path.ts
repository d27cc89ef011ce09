import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

/** What Spring Boot's actuator answers, and the group that each probe is made for. */
const PATHS = { livenessProbe: 'liveness', readinessProbe: 'readiness' } as const;
const ROOT = '/actuator/health';

export const rule = defineRule({
  id: 'atlasia/probe-path',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A probe of the orchestrator asks a path that is not the one of its health group.',
    why: 'The orchestrator is a Spring Boot application: it answers at /actuator/health and at its groups liveness and readiness, and with 404 elsewhere, so that pods are restarted or get no traffic. A liveness probe that asks for readiness restarts all pods while only the database is away.',
    source: 'Components in the Atlasia README; Spring Boot documentation, Kubernetes Probes.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  livenessProbe:\n    httpGet:\n      path: /health\n',
      },
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  livenessProbe:\n    httpGet:\n      path: /actuator/health/readiness\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  readinessProbe:\n    httpGet:\n      path: /actuator/health/readiness\n',
      },
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  readinessProbe:\n    httpGet:\n      path: /actuator/health\n',
      },
    ],
  },
  *check(release) {
    for (const [probe, group] of Object.entries(PATHS)) {
      const at = ['orchestrator', probe, 'httpGet', 'path'];
      const path = valueAt(release.values.data, at);
      if (typeof path !== 'string' || !path.startsWith('/')) continue;
      if (path === ROOT || path === `${ROOT}/${group}`) continue;
      const isOther = Object.values(PATHS).some((other) => path === `${ROOT}/${other}`);
      // Readiness may ask for more or for less; a group of somebody's own is named in its configuration.
      if (isOther && group === 'readiness') continue;
      yield {
        at,
        problem: `orchestrator.${probe}.httpGet.path is "${path}", not "${ROOT}/${group}"`,
        why: isOther
          ? 'When the database is away, all pods are restarted, which does not bring it back.'
          : 'The orchestrator answers with 404 there, so the probe fails.',
        help: `Write ${ROOT}/${group}.`,
      };
    }
  },
});
