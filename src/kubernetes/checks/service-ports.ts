import { qualifiedName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, mapsIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { serviceType } from '../service-type.ts';
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
        serviceType(node) === 'ExternalName'
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
      if (serviceType(node) !== 'ClusterIP') return;
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
    refusedBy: 'later',
    source: 'kube-apiserver --service-node-port-range, 30000-32767 unless the cluster sets another',
    *check(node) {
      const number = numberIn(node.value, 'nodePort');
      if (number === undefined || number === 0 || (number >= 30_000 && number <= 32_767)) return;
      const isPort = number > 0 && number <= 65_535;
      yield {
        ...refuse(
          node,
          'nodePort',
          `nodePort ${number} is outside of 30000 to 32767`,
          'Write a number in the range.',
        ),
        severity: isPort ? 'warning' : 'error',
        why: isPort
          ? 'Kubernetes refuses it unless the cluster was given another range.'
          : 'Kubernetes refuses the manifest.',
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
