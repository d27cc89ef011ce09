import { ipVersion, isCidr } from '../grammar/address.ts';
import { dnsSubdomain, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, type ManifestNode, mapsIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const SERVICE = ['core/v1.ServiceSpec'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'service-ports',
    on: SERVICE,
    source: `validateService in ${CORE}`,
    *check(node) {
      if (
        listIn(node.value, 'ports').length > 0 ||
        node.value.clusterIP === 'None' ||
        typeOf(node) === 'ExternalName'
      )
        return;
      yield refuse(node, [], 'the Service has no ports', 'Add "ports" with at least one item.');
    },
  },
  {
    id: 'service-port-unnamed',
    on: SERVICE,
    source: `validateServicePort in ${CORE}`,
    *check(node) {
      const ports = mapsIn(node.value, 'ports');
      if (ports.length < 2) return;
      for (const [i, port] of ports) {
        if (textIn(port, 'name') === undefined)
          yield refuse(
            node,
            ['ports', i],
            'a Service with several ports needs a name for each',
            'Add "name".',
          );
      }
    },
  },
  {
    id: 'service-port-names-twice',
    on: SERVICE,
    source: `validateServicePort in ${CORE}`,
    *check(node) {
      const names = new Set<string>();
      const nodePorts = new Set<string>();
      for (const [i, port] of mapsIn(node.value, 'ports')) {
        const name = textIn(port, 'name');
        if (name !== undefined && names.has(name))
          yield refuse(
            node,
            ['ports', i, 'name'],
            `two ports are called ${showText(name)}`,
            'Give each port a name of its own.',
          );
        if (name !== undefined) names.add(name);
        const number = numberIn(port, 'nodePort');
        if (number === undefined || number === 0) continue;
        const key = `${textIn(port, 'protocol') ?? 'TCP'} ${number}`;
        if (nodePorts.has(key))
          yield refuse(
            node,
            ['ports', i, 'nodePort'],
            `two ports have the nodePort ${number}`,
            'Give each port a nodePort of its own.',
          );
        nodePorts.add(key);
      }
    },
  },
  {
    id: 'node-port-of-cluster-ip',
    on: SERVICE,
    source: `validateService in ${CORE}`,
    *check(node) {
      if (typeOf(node) !== 'ClusterIP') return;
      for (const [i, port] of mapsIn(node.value, 'ports')) {
        const number = numberIn(port, 'nodePort');
        if (number === undefined || number === 0) continue;
        yield refuse(
          node,
          ['ports', i, 'nodePort'],
          `nodePort ${number} needs type NodePort or LoadBalancer`,
          'Write type: NodePort, or remove the nodePort.',
        );
      }
    },
  },
  {
    id: 'node-port-range',
    on: ['core/v1.ServicePort'],
    source: 'kube-apiserver --service-node-port-range, 30000-32767 unless the cluster sets another',
    *check(node) {
      const number = numberIn(node.value, 'nodePort');
      if (number === undefined || number <= 0 || number > 65_535 || (number >= 30_000 && number <= 32_767))
        return;
      yield {
        ...refuse(
          node,
          'nodePort',
          `nodePort ${number} is outside of 30000 to 32767`,
          'Write a number in the range.',
        ),
        severity: 'warning',
        why: 'Kubernetes refuses it unless the cluster was given another range.',
      };
    },
  },
  {
    id: 'external-name',
    on: SERVICE,
    source: `validateService in ${CORE}`,
    *check(node) {
      if (typeOf(node) !== 'ExternalName') return;
      const name = textIn(node.value, 'externalName');
      if (name === undefined) {
        yield refuse(node, [], 'type ExternalName needs "externalName"', 'Add the name of the host.');
        return;
      }
      const problem = dnsSubdomain(name.replace(/\.$/, ''));
      if (problem !== undefined)
        yield refuse(
          node,
          'externalName',
          `externalName ${showText(name)} ${problem}`,
          'Write the name of a host, without a scheme and a port.',
        );
      if (fieldOf(node.value, 'clusterIP') === 'None')
        yield refuse(node, 'clusterIP', 'type ExternalName has no clusterIP', 'Remove it.', { part: 'key' });
    },
  },
  {
    id: 'headless-type',
    on: SERVICE,
    source: `validateService in ${CORE}`,
    *check(node) {
      const type = typeOf(node);
      if (node.value.clusterIP !== 'None' || (type !== 'NodePort' && type !== 'LoadBalancer')) return;
      yield refuse(
        node,
        'clusterIP',
        `type ${type} cannot be headless (clusterIP None)`,
        'Write type: ClusterIP, or remove clusterIP.',
      );
    },
  },
  {
    id: 'service-address',
    on: SERVICE,
    source: `ValidateServiceClusterIPsRelatedFields and validateService in ${CORE}`,
    *check(node) {
      const clusterIp = textIn(node.value, 'clusterIP');
      if (clusterIp !== undefined && clusterIp !== 'None' && ipVersion(clusterIp) === undefined) {
        yield refuse(
          node,
          'clusterIP',
          `clusterIP ${showText(clusterIp)} is no IP address`,
          'Write "None", an address, or nothing.',
        );
      }
      for (const [i, ip] of listIn(node.value, 'externalIPs').entries()) {
        if (typeof ip === 'string' && ipVersion(ip) === undefined)
          yield refuse(
            node,
            ['externalIPs', i],
            `external IP ${showText(ip)} is no IP address`,
            'Write an address.',
          );
      }
      for (const [i, range] of listIn(node.value, 'loadBalancerSourceRanges').entries()) {
        if (typeof range === 'string' && !isCidr(range.trim())) {
          yield refuse(
            node,
            ['loadBalancerSourceRanges', i],
            `${showText(range)} is no range of addresses`,
            ipVersion(range) === undefined
              ? 'Write it as 10.0.0.0/8.'
              : `Write "${range}/${ipVersion(range) === 4 ? 32 : 128}".`,
          );
        }
      }
    },
  },
  {
    id: 'load-balancer-only',
    on: SERVICE,
    source: `validateService and validateLoadBalancerClassField in ${CORE}`,
    *check(node) {
      if (typeOf(node) === 'LoadBalancer') {
        const className = textIn(node.value, 'loadBalancerClass');
        const problem = className === undefined ? undefined : qualifiedName(className);
        if (problem !== undefined)
          yield refuse(
            node,
            'loadBalancerClass',
            `loadBalancerClass ${showText(className!)} ${problem}`,
            'Write it as "name" or "example.com/name".',
          );
        return;
      }
      for (const field of [
        'loadBalancerSourceRanges',
        'loadBalancerClass',
        'allocateLoadBalancerNodePorts',
      ]) {
        const value = fieldOf(node.value, field);
        if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
        yield refuse(
          node,
          field,
          `${field} needs type LoadBalancer`,
          `Set ${field} to null, or write type: LoadBalancer.`,
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'external-traffic-policy',
    on: SERVICE,
    source: `validateServiceExternalTrafficPolicy in ${CORE}`,
    *check(node) {
      const type = typeOf(node);
      const policy = textIn(node.value, 'externalTrafficPolicy');
      const isReached =
        type === 'LoadBalancer' ||
        type === 'NodePort' ||
        (type === 'ClusterIP' && listIn(node.value, 'externalIPs').length > 0);
      if (policy !== undefined && !isReached && type !== undefined) {
        yield refuse(
          node,
          'externalTrafficPolicy',
          `externalTrafficPolicy needs type NodePort or LoadBalancer, not ${type}`,
          'Set it to null, or change the type.',
          { part: 'key' },
        );
      }
      const healthPort = numberIn(node.value, 'healthCheckNodePort');
      if (healthPort !== undefined && healthPort !== 0 && (type !== 'LoadBalancer' || policy !== 'Local')) {
        yield refuse(
          node,
          'healthCheckNodePort',
          'healthCheckNodePort needs type LoadBalancer and externalTrafficPolicy Local',
          'Remove it.',
          { part: 'key' },
        );
      }
    },
  },
  {
    id: 'session-affinity-config',
    on: SERVICE,
    source: 'SetDefaults_Service in pkg/apis/core/v1/defaults.go',
    *check(node) {
      if (
        fieldOf(node.value, 'sessionAffinityConfig') === undefined ||
        node.value.sessionAffinity === 'ClientIP'
      )
        return;
      yield {
        ...refuse(
          node,
          'sessionAffinityConfig',
          'sessionAffinityConfig needs sessionAffinity "ClientIP"',
          'Write sessionAffinity: ClientIP, or remove it.',
          { part: 'key' },
        ),
        severity: 'warning',
        why: 'Kubernetes drops it, and requests go to any pod.',
      };
    },
  },
  {
    id: 'app-protocol',
    on: ['core/v1.ServicePort'],
    source: `validateServicePort in ${CORE}`,
    *check(node) {
      const protocol = textIn(node.value, 'appProtocol');
      const problem = protocol === undefined ? undefined : qualifiedName(protocol);
      if (problem !== undefined)
        yield refuse(
          node,
          'appProtocol',
          `appProtocol ${showText(protocol!)} ${problem}`,
          'Write a name such as "http".',
        );
    },
  },
];

/** Undefined for a word that is none. */
function typeOf(node: ManifestNode): string | undefined {
  const type = textIn(node.value, 'type') ?? 'ClusterIP';
  return ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'].includes(type) ? type : undefined;
}
