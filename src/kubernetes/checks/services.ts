import { ipVersion, isCidr } from '../grammar/address.ts';
import { dnsSubdomain, qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import type { CheckFact } from '../manifest-fact.ts';
import { fieldOf, listIn, type ManifestNode, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { serviceType } from '../service-type.ts';
import { showText } from '../structure/show-value.ts';

const CORE = 'pkg/apis/core/validation/validation.go';
const SERVICE = ['core/v1.ServiceSpec'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'external-name',
    on: SERVICE,
    source: `validateService in ${CORE}`,
    *check(node) {
      if (serviceType(node) !== 'ExternalName') return;
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
      const type = serviceType(node);
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
      if (serviceType(node) === 'LoadBalancer') {
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
          { part: 'key', related: typeOf(node) },
        );
      }
    },
  },
  {
    id: 'external-traffic-policy',
    on: SERVICE,
    source: `validateServiceExternalTrafficPolicy in ${CORE}`,
    *check(node) {
      const type = serviceType(node);
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
          { part: 'key', related: typeOf(node) },
        );
      }
      const healthPort = numberIn(node.value, 'healthCheckNodePort');
      if (healthPort !== undefined && healthPort !== 0 && (type !== 'LoadBalancer' || policy !== 'Local')) {
        yield refuse(
          node,
          'healthCheckNodePort',
          'healthCheckNodePort needs type LoadBalancer and externalTrafficPolicy Local',
          'Remove it.',
          { part: 'key', related: typeOf(node) },
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
];

/** The type takes part where a field needs another one. */
function typeOf(node: ManifestNode): NonNullable<CheckFact['related']> {
  return textIn(node.value, 'type') === undefined
    ? []
    : [{ at: [...node.path, 'type'], problem: 'the type of the Service' }];
}
