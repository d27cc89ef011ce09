import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

export const rule = defineRule({
  id: 'port-chain-mismatch',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  silentAfter: ['schema/minimum', 'schema/maximum'],
  docs: {
    summary: 'A Service, probe or scrape annotation names a port on which the container does not listen.',
    why: 'Behind a wrong targetPort every connection is refused, and a probe at a wrong port fails forever: the pod is restarted again and again, or never becomes ready. The port is written in several places that have to change together.',
    source:
      'Templates of Atlasia (ports of orchestrator and frontend) and of the OSSA gateway; Kubernetes documentation, Service, "targetPort".',
  },
  examples: {
    bad: [
      { values: 'orchestrator:\n  port: 9090\n', chart: 'atlasia' },
      {
        values: 'services:\n  gateway:\n    livenessProbe:\n      httpGet:\n        port: 8080\n',
        chart: 'ossa',
      },
      { values: 'web:\n  replicaCount: 2\n  containerPort: 8080\n  service:\n    targetPort: 8081\n' },
    ],
    good: [
      {
        values:
          'orchestrator:\n  port: 9090\n  service:\n    targetPort: 9090\n  livenessProbe:\n    httpGet:\n      port: 9090\n  readinessProbe:\n    httpGet:\n      port: 9090\npodAnnotations:\n  prometheus.io/port: "9090"\n',
        chart: 'atlasia',
      },
      { values: 'web:\n  replicaCount: 2\n  containerPort: 8080\n  service:\n    targetPort: http\n' },
    ],
  },
  *check(release) {
    for (const { active, certain, name, ports } of release.roles.workloads) {
      if (!active || ports === undefined || ports.listens.length === 0) continue;
      const open = new Set(ports.listens.map(({ value }) => String(value)));
      const wrong = ports.readers.filter(
        ({ value }) => /^\d+$/.test(String(value)) && !open.has(String(value)),
      );
      const [first] = wrong;
      const [listen] = ports.listens;
      if (first === undefined || listen === undefined) continue;
      const severity = certain ? 'error' : 'warning';
      const fixedPort = listen.fixed === true;
      // The container's port moved away from everything that refers to it: one mistake.
      const moved = !fixedPort && wrong.length > 1 && release.values.changedByUser(listen.path);
      if (moved) {
        yield {
          at: listen.path,
          severity,
          problem: `${formatPath(listen.path)} is ${listen.value}, but ${listWords(
            wrong.map(({ path }) => formatPath(path)),
            'and',
            1,
          )} still say ${listWords([...new Set(wrong.map(({ value }) => valueText(value)))])}`,
          why: `Requests and probes do not reach ${name}.`,
          help: `Change ${listWords(wrong.map(({ path }) => formatPath(path)))} as well.`,
          related: wrong.map(({ path, value }) => ({
            at: path,
            message: `${formatPath(path)} is ${valueText(value)}`,
          })),
        };
        continue;
      }
      for (const { path, value } of wrong) {
        const at = fixedPort ? path : editedPath(release, [path, listen.path]);
        const where = fixedPort
          ? `${name} always listens on ${listen.value}`
          : `${name} listens on ${listen.value} (${formatPath(listen.path)})`;
        yield {
          at,
          severity,
          problem: `${formatPath(path)} is ${valueText(value)}, but ${where}`,
          why: `${effectOf(path)}.`,
          help: `Set ${formatPath(path)} to ${listen.value}${fixedPort ? '' : ', or change both'}.`,
          related: [
            ...(fixedPort ? [] : [{ at: listen.path, message: `${name} listens on ${listen.value}` }]),
            { at: path, message: `${formatPath(path)} is ${valueText(value)}` },
          ].filter((entry) => entry.at !== at),
          fix: {
            title: `Set ${formatPath(path)} to ${listen.value}`,
            safe: false,
            replace: [
              { at: path, text: typeof value === 'string' ? `"${listen.value}"` : String(listen.value) },
            ],
          },
        };
      }
    }
  },
});

function effectOf(path: readonly (string | number)[]): string {
  const text = path.join('.');
  if (/liveness/i.test(text)) return 'The probe fails and the pod is restarted again and again';
  if (/readiness|startup/i.test(text)) return 'The probe fails and the pod never becomes ready';
  if (/prometheus/i.test(text)) return 'Prometheus scrapes nothing';
  return 'Every connection through the Service is refused';
}
