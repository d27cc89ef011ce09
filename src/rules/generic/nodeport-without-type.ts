import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { isUserWritten } from '../written.ts';

/** Services of these types have node ports. */
const WITH_NODE_PORTS = ['NodePort', 'LoadBalancer'];

export const rule = defineRule({
  id: 'nodeport-without-type',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'A node port is set, and the type of the Service has none.',
    why: 'Charts leave the node port out unless the type is NodePort, so nothing listens on it; a chart that writes it all the same gets its Service rejected.',
    source: 'Kubernetes documentation, Service, "type: NodePort"; ui template and README of zymtrace.',
  },
  examples: {
    bad: [
      { values: 'services:\n  ui:\n    service:\n      nodePort: 30080\n', chart: 'zymtrace' },
      { values: 'service:\n  type: ClusterIP\n  nodePorts:\n    http: 30080\n' },
    ],
    good: [
      {
        values: 'services:\n  ui:\n    service:\n      type: NodePort\n      nodePort: 30080\n',
        chart: 'zymtrace',
      },
      { values: 'service:\n  type: LoadBalancer\n  nodePort: 30080\n' },
      { values: 'service:\n  nodePort: 30080\n' },
    ],
  },
  *check(release) {
    for (const { active, type, nodePorts } of release.roles.services) {
      if (!active || type === undefined || WITH_NODE_PORTS.includes(type.value)) continue;
      for (const { path, value } of nodePorts) {
        if (!isUserWritten(release, path) || !release.values.changedByUser(path)) continue;
        yield {
          at: path,
          problem: `${formatPath(path)} is ${value}, but ${formatPath(type.path)} is "${type.value}", which has no node ports`,
          why: 'Nothing listens on it.',
          help: 'Set the type to NodePort, or remove the port.',
          related: [{ at: type.path, message: `the type is "${type.value}"` }],
        };
      }
    }
  },
});
