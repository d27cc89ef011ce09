import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { editedPath, isUserWritten } from '../written.ts';

/** Ports below this one need root or NET_BIND_SERVICE, unless the runtime sets the sysctl. */
const FIRST_UNPRIVILEGED = 1024;

export const rule = defineRule({
  id: 'privileged-port-nonroot',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A container listens on a port below 1024 without root and without the capability to do so.',
    why: 'On container runtimes that leave net.ipv4.ip_unprivileged_port_start at 1024 the process ends with "bind: permission denied". Docker and containerd 2 allow it, older containerd and CRI-O do not, so the release works on one cluster and crashes on the next.',
    source:
      'capabilities(7), CAP_NET_BIND_SERVICE; containerd, `enable_unprivileged_ports`; values.yaml of Atlasia (frontend.port 80).',
  },
  examples: {
    bad: [
      { values: '{}\n', chart: 'atlasia' },
      {
        values:
          'replicaCount: 1\ncontainerPort: 443\nsecurityContext:\n  runAsNonRoot: true\n  capabilities:\n    drop: [ALL]\n',
      },
    ],
    good: [
      {
        values: 'securityContext:\n  capabilities:\n    add: [NET_BIND_SERVICE]\n    drop: [ALL]\n',
        chart: 'atlasia',
      },
      { values: 'replicaCount: 1\ncontainerPort: 443\nsecurityContext:\n  runAsNonRoot: true\n' },
      {
        values:
          'podSecurityContext:\n  sysctls:\n    - name: net.ipv4.ip_unprivileged_port_start\n      value: "0"\n',
        chart: 'atlasia',
      },
    ],
  },
  *check(release) {
    for (const { active, certain, name, ports } of release.roles.workloads) {
      if (!active || ports?.unprivileged === undefined) continue;
      const { unprivileged } = ports;
      for (const { path, value, fixed } of ports.listens) {
        if (value >= FIRST_UNPRIVILEGED || value < 1) continue;
        if (!certain && ![path, unprivileged].some((at) => isUserWritten(release, at))) continue;
        const at = fixed ? unprivileged : editedPath(release, [path, unprivileged]);
        yield {
          at,
          problem: `${fixed ? `The port of ${name}` : formatPath(path)} is ${value}, but ${name} may not bind ports below ${FIRST_UNPRIVILEGED}`,
          why: `It runs without root, and ${formatPath(unprivileged)} takes NET_BIND_SERVICE away. On some container runtimes it ends with "permission denied".`,
          help: `Listen on ${value + 8000}, add NET_BIND_SERVICE, or set the sysctl net.ipv4.ip_unprivileged_port_start to 0 for the pod.`,
          related: [
            at === path
              ? { at: unprivileged, message: 'every capability is dropped here' }
              : { at: path, message: `the port is ${value}` },
          ],
        };
      }
    }
  },
});
