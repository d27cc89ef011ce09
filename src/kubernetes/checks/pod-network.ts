import { ipVersion } from '../grammar/address.ts';
import { dnsLabel, dnsSubdomain } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, mapIn, mapsIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'dns-needs-servers',
    on: ['core/v1.PodSpec'],
    source: `validatePodDNSConfig in ${CORE}`,
    *check(node) {
      if (textIn(node.value, 'dnsPolicy') !== 'None') return;
      if (listIn(mapIn(node.value, 'dnsConfig'), 'nameservers').length > 0) return;
      yield refuse(
        node,
        'dnsPolicy',
        'dnsPolicy "None" needs nameservers in "dnsConfig"',
        'Add dnsConfig.nameservers, or write "ClusterFirst".',
      );
    },
  },
  {
    id: 'dns-config',
    on: ['core/v1.PodDNSConfig'],
    source: `validatePodDNSConfig in ${CORE}`,
    *check(node) {
      const servers = listIn(node.value, 'nameservers');
      if (servers.length > 3)
        yield refuse(
          node,
          'nameservers',
          `there are ${servers.length} nameservers, and 3 may be`,
          'Keep three.',
        );
      for (const [i, server] of servers.entries()) {
        if (typeof server === 'string' && ipVersion(server) === undefined) {
          yield refuse(
            node,
            ['nameservers', i],
            `nameserver ${showText(server)} is no IP address`,
            'Write an address such as 10.0.0.10.',
          );
        }
      }
      for (const [i, search] of listIn(node.value, 'searches').entries()) {
        if (typeof search !== 'string' || search === '.') continue;
        const problem = dnsSubdomain(search.replace(/\.$/, '').replaceAll('_', '-'));
        if (problem !== undefined)
          yield refuse(
            node,
            ['searches', i],
            `search domain ${showText(search)} ${problem}`,
            'Write a domain such as svc.example.com.',
          );
      }
    },
  },
  {
    id: 'host-alias',
    on: ['core/v1.HostAlias'],
    source: `ValidateHostAliases in ${CORE}`,
    *check(node) {
      const ip = textIn(node.value, 'ip');
      if (ip !== undefined && ipVersion(ip) === undefined)
        yield refuse(
          node,
          'ip',
          `ip ${showText(ip)} is no IP address`,
          'Write an address such as 10.0.0.10.',
        );
      for (const [i, name] of listIn(node.value, 'hostnames').entries()) {
        const problem = typeof name === 'string' ? dnsSubdomain(name) : undefined;
        if (problem !== undefined)
          yield refuse(
            node,
            ['hostnames', i],
            `host name ${showText(String(name))} ${problem}`,
            'Write a host name.',
          );
      }
    },
  },
  {
    id: 'pod-hostname',
    on: ['core/v1.PodSpec'],
    source: `ValidatePodSpec in ${CORE}`,
    *check(node) {
      // A StatefulSet names its pods itself.
      if (node.manifest.kind === 'StatefulSet') return;
      for (const field of ['hostname', 'subdomain']) {
        const name = textIn(node.value, field);
        const problem = name === undefined ? undefined : dnsLabel(name);
        if (problem !== undefined)
          yield refuse(
            node,
            field,
            `${field} ${showText(name!)} ${problem}`,
            'Write a name without dots in small letters.',
          );
      }
    },
  },
  {
    id: 'host-port-of-host-network',
    on: ['core/v1.PodSpec'],
    source: `validateHostNetwork in ${CORE}`,
    *check(node) {
      if (node.value.hostNetwork !== true) return;
      for (const [i, container] of mapsIn(node.value, 'containers')) {
        for (const [j, port] of mapsIn(container, 'ports')) {
          const [own, host] = [numberIn(port, 'containerPort'), numberIn(port, 'hostPort')];
          if (own === undefined || host === undefined || host === 0 || own === host) continue;
          yield refuse(
            node,
            ['containers', i, 'ports', j, 'hostPort'],
            `hostPort ${host} differs from containerPort ${own} in a pod on the host's network`,
            'Remove hostPort, or write the same number.',
            {
              related: [
                { at: [...node.path, 'hostNetwork'], problem: 'the pod is on the network of the host' },
              ],
            },
          );
        }
      }
    },
  },
  {
    id: 'host-port-twice',
    on: ['core/v1.PodSpec'],
    source: `checkHostPortConflicts in ${CORE}`,
    *check(node) {
      const seen = new Set<string>();
      // In templates ports of the host's network get their host port later.
      const isPod = node.value.hostNetwork === true && node.manifest.kind === 'Pod';
      for (const [i, container] of mapsIn(node.value, 'containers')) {
        for (const [j, port] of mapsIn(container, 'ports')) {
          const host = numberIn(port, 'hostPort') ?? (isPod ? numberIn(port, 'containerPort') : undefined);
          if (host === undefined || host === 0) continue;
          const key = `${textIn(port, 'protocol') ?? 'TCP'} ${textIn(port, 'hostIP') ?? ''} ${host}`;
          if (seen.has(key)) {
            yield refuse(
              node,
              ['containers', i, 'ports', j],
              `host port ${host} is taken twice in this pod`,
              'Give each port a host port of its own.',
            );
          }
          seen.add(key);
        }
      }
    },
  },
  {
    id: 'host-processes-shared',
    on: ['core/v1.PodSpec'],
    source: `ValidatePodSpec in ${CORE} (validatePodHostPID)`,
    *check(node) {
      if (node.value.hostPID !== true || node.value.shareProcessNamespace !== true) return;
      yield refuse(
        node,
        'shareProcessNamespace',
        'hostPID and shareProcessNamespace exclude each other',
        'Keep one of them.',
      );
    },
  },
];
