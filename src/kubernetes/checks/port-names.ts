import { dns1035Label, dnsLabel, portName } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { mapsIn, textIn } from '../manifest-node.ts';
import { nameCheck } from '../name-check.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const NAMED: Readonly<Record<string, string>> = {
  'core/v1.ContainerPort': 'name',
  'core/v1.HTTPGetAction': 'port',
  'core/v1.TCPSocketAction': 'port',
  'core/v1.ServicePort': 'targetPort',
  'networking/v1.ServiceBackendPort': 'name',
  'networking/v1.NetworkPolicyPort': 'port',
};

export const checks: readonly ManifestCheck[] = [
  {
    id: 'port-name',
    on: Object.keys(NAMED),
    source: 'IsValidPortName in apimachinery/pkg/util/validation',
    *check(node) {
      const field = NAMED[node.type]!;
      const name = textIn(node.value, field);
      const problem = name === undefined ? undefined : portName(name);
      if (problem === undefined) return;
      const isNumber = /^\d+$/.test(name!);
      yield refuse(
        node,
        field,
        `${field} ${showText(name!)} ${isNumber && field !== 'name' ? 'is a number in quotes, which counts as a name' : problem}`,
        isNumber && field !== 'name'
          ? `Write ${name} without quotes.`
          : 'Write a short name in small letters, such as "http".',
        isNumber && field !== 'name' ? { mend: { how: 'replace', by: Number(name) } } : {},
      );
    },
  },
  nameCheck({
    id: 'service-port-name',
    on: ['core/v1.ServicePort'],
    source: 'validateServicePort in pkg/apis/core/validation/validation.go',
    called: 'port name',
    problem: dnsLabel,
    help: 'Write a short name in small letters, such as "http".',
  }),
  nameCheck({
    id: 'backend-service-name',
    on: ['networking/v1.IngressServiceBackend'],
    source: 'validateIngressBackend in pkg/apis/networking/validation/validation.go',
    called: 'service name',
    problem: (name, minor) => (minor < 36 ? dns1035Label(name) : dnsLabel(name)),
    help: 'Write the name of a Service.',
  }),
  {
    id: 'container-port-names-twice',
    on: ['core/v1.Container'],
    source: 'validateContainerPorts in pkg/apis/core/validation/validation.go',
    *check(node) {
      const seen = new Set<string>();
      for (const [i, port] of mapsIn(node.value, 'ports')) {
        const name = textIn(port, 'name');
        if (name !== undefined && seen.has(name)) {
          yield refuse(
            node,
            ['ports', i, 'name'],
            `two ports of the container are called ${showText(name)}`,
            'Give each port a name of its own.',
          );
        }
        if (name !== undefined) seen.add(name);
      }
    },
  },
];
