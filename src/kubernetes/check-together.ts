import type { KubernetesCheckName } from '../model/check-id.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import { selects } from './checks/selectors.ts';
import type { CheckFact } from './manifest-fact.ts';
import { fieldOf, mapIn, mapsIn, textIn } from './manifest-node.ts';
import { showText } from './structure/show-value.ts';

/** What manifests of one release say against each other; nothing of it is refused, and nothing of it works. */
export interface TogetherFact extends CheckFact {
  readonly check: KubernetesCheckName;
  /** `info` where another port of the Service does work. */
  readonly severity: 'warning' | 'info';
  /** The index of the manifest that the paths are of. */
  readonly manifest: number;
}

type Found = CheckFact & { readonly check: KubernetesCheckName; readonly severity?: 'warning' | 'info' };

interface Workload {
  readonly labels: JsonObject;
  readonly pod: JsonObject;
}

const TEMPLATED = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job']);

/**
 * Named ports that no container of the selected pods has, and ports that a Service of the same release does not have. What may
 * lie outside of the release is not asked about.
 * @param manifests of one release in one namespace, in any order
 */
export function checkTogether(manifests: readonly JsonValue[]): TogetherFact[] {
  const maps = manifests.map((manifest) => (isJsonObject(manifest) ? manifest : {}));
  const workloads = maps.flatMap(workloadOf);
  return maps.flatMap((manifest, index) => {
    const facts =
      manifest.kind === 'Service'
        ? lostTargets(manifest, workloads)
        : manifest.kind === 'Ingress'
          ? lostPorts(manifest, maps)
          : [];
    return [...facts].map((fact) => ({ severity: 'warning' as const, ...fact, manifest: index }));
  });
}

function workloadOf(manifest: JsonObject): Workload[] {
  const isPod = manifest.kind === 'Pod';
  if (!isPod && !TEMPLATED.has(String(manifest.kind))) return [];
  const template = isPod ? manifest : mapIn(mapIn(manifest, 'spec'), 'template');
  const pod = mapIn(template, 'spec');
  return pod ? [{ labels: mapIn(mapIn(template, 'metadata'), 'labels') ?? {}, pod }] : [];
}

function* lostTargets(service: JsonObject, workloads: readonly Workload[]): Iterable<Found> {
  const spec = mapIn(service, 'spec');
  const selector = mapIn(spec, 'selector');
  if (!selector || Object.keys(selector).length === 0) return;
  const selected = workloads.filter(({ labels }) => selects({ matchLabels: selector }, labels) === true);
  if (selected.length === 0) return;
  const names = new Set(
    selected.flatMap(({ pod }) =>
      [...mapsIn(pod, 'containers'), ...mapsIn(pod, 'initContainers')].flatMap(([, container]) =>
        mapsIn(container, 'ports').flatMap(([, port]) => textIn(port, 'name') ?? []),
      ),
    ),
  );
  const ports = mapsIn(spec, 'ports');
  const isLost = (port: JsonObject): boolean => {
    const target = textIn(port, 'targetPort');
    return target !== undefined && !/^\d+$/.test(target) && !names.has(target);
  };
  const lost = ports.filter(([, port]) => isLost(port));
  for (const [i, port] of lost) {
    yield {
      check: 'target-port-name',
      severity: lost.length === ports.length ? 'warning' : 'info',
      at: ['spec', 'ports', i, 'targetPort'],
      problem: `targetPort ${showText(textIn(port, 'targetPort')!)} is no port of the pods that are selected`,
      why: 'The port gets no endpoints, and nobody is answered.',
      help:
        names.size === 0
          ? 'Give the container a port of this name.'
          : `Write ${listWords(
              [...names].slice(0, 6).map((name) => `"${name}"`),
              'or',
            )}.`,
    };
  }
}

function* lostPorts(ingress: JsonObject, manifests: readonly JsonObject[]): Iterable<Found> {
  const spec = mapIn(ingress, 'spec');
  const backends: [JsonValue | undefined, (string | number)[]][] = [
    [fieldOf(spec, 'defaultBackend'), ['spec', 'defaultBackend']],
    ...mapsIn(spec, 'rules').flatMap(([i, rule]) =>
      mapsIn(mapIn(rule, 'http'), 'paths').map(([j, path]): [JsonValue | undefined, (string | number)[]] => [
        fieldOf(path, 'backend'),
        ['spec', 'rules', i, 'http', 'paths', j, 'backend'],
      ]),
    ),
  ];
  for (const [backend, at] of backends) {
    const wanted = mapIn(backend, 'service');
    const name = textIn(wanted, 'name');
    const service = manifests.find(
      (other) =>
        other.kind === 'Service' &&
        textIn(mapIn(other, 'metadata'), 'name') === name &&
        namespaceOf(other) === namespaceOf(ingress),
    );
    if (name === undefined || !service) continue;
    const ports = mapsIn(mapIn(service, 'spec'), 'ports').map(([, port]) => port);
    const port = mapIn(wanted, 'port');
    const [number, portName] = [fieldOf(port, 'number'), textIn(port, 'name')];
    if (
      ports.length === 0 ||
      ports.some((one) => (portName === undefined ? one.port === number : one.name === portName))
    )
      continue;
    if (portName === undefined && typeof number !== 'number') continue;
    yield {
      check: 'backend-port',
      at: [...at, 'service', 'port'],
      problem: `Service ${showText(name)} has no port ${portName === undefined ? String(number) : showText(portName)}`,
      why: 'The ingress controller answers with an error.',
      help: `Write ${listWords(
        ports.slice(0, 6).map((one) => String((portName === undefined ? one.port : one.name) ?? one.port)),
        'or',
      )}.`,
    };
  }
}

function namespaceOf(manifest: JsonObject): string | undefined {
  return textIn(mapIn(manifest, 'metadata'), 'namespace');
}
