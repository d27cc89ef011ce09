import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { editedPath, isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'service-port-collision',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'Two ports of one Service have the same number.',
    why: 'A Service may have each port once per protocol; the API server rejects it with "Duplicate value" and nothing reaches the pods.',
    source: 'Kubernetes, core/v1 validation of ServiceSpec.ports; service templates of HotSwap and zymtrace.',
  },
  examples: {
    bad: [
      { values: 'service:\n  port: 5000\n', chart: 'hotswap' },
      {
        values: 'storage:\n  create:\n    service:\n      console:\n        port: 9000\n',
        chart: 'zymtrace',
      },
      { values: 'service:\n  ports:\n    - name: http\n      port: 80\n    - name: admin\n      port: 80\n' },
    ],
    good: [
      {
        values: 'service:\n  port: 5000\nconfig:\n  prometheus:\n    enabled: false\n',
        chart: 'hotswap',
      },
      {
        values:
          'service:\n  ports:\n    - {name: dns, port: 53, protocol: UDP}\n    - {name: dns-tcp, port: 53, protocol: TCP}\n',
      },
      { values: 'service:\n  ports:\n    http: 80\n    https: 443\n' },
    ],
  },
  *check(release) {
    for (const { active, certain, ports } of release.roles.services) {
      if (!active) continue;
      const first = new Map<string, (typeof ports)[number]>();
      for (const port of ports) {
        const key = `${port.value}/${port.protocol}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, port);
          continue;
        }
        // A chart that comes with equal ports uses one of them at a time.
        if (!certain && ![port, other].some(({ path }) => isUserWritten(release, path))) continue;
        const at = editedPath(release, [port.path, other.path]);
        const [own, taken] = at === port.path ? [port, other] : [other, port];
        yield {
          at,
          problem: `The Service has port ${own.value} twice, as ${own.name} and as ${taken.name}`,
          why: 'Kubernetes rejects it.',
          help: `Use another number for ${formatPath(own.path)}.`,
          related: [{ at: taken.path, message: `${taken.name} is ${taken.value}` }],
        };
      }
    }
  },
});
