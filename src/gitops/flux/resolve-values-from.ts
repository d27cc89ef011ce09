import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ConfigEntry, ConfigSource } from '../config-source.ts';
import { CONFIG_KINDS, configSource } from '../config-sources.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { withoutName } from '../without-name.ts';

/** One item of `spec.valuesFrom`, as far as this repository tells. */
export interface ResolvedReference {
  readonly at: ValuesPath;
  readonly targetPath: string | undefined;
  readonly literal: boolean;
  /** Undefined when the values are not here, or cannot be read here. */
  readonly entry: ConfigEntry | undefined;
  readonly source: ConfigSource | undefined;
  /** Whether values may come from here that nobody can read; then whether a finding says so. */
  readonly open: { readonly isSaid: boolean } | undefined;
}

const NO_SOURCE = {
  why: 'Kubernetes refuses the object.',
  help: 'Write name: with the name of the ConfigMap or Secret.',
};

/** Looks up what `spec.valuesFrom` names, and says what is not there. */
export function resolveValuesFrom(
  object: ManifestObject,
  repository: Repository,
): { readonly references: readonly ResolvedReference[]; readonly findings: readonly Finding[] } {
  const items = valueAt(object.data, ['spec', 'valuesFrom']);
  const findings: Finding[] = [];
  if (!Array.isArray(items)) return { references: [], findings };
  const references = items.flatMap((item, i): ResolvedReference[] => {
    if (!isJsonObject(item)) return [];
    const at = ['spec', 'valuesFrom', i];
    if (textAt(item, ['name']) === undefined) findings.push(withoutName(object, at, item, NO_SOURCE));
    const found = lookUp(object, at, repository);
    findings.push(...found.findings);
    return [
      {
        at,
        targetPath: textAt(item, ['targetPath']),
        literal: item.literal === true,
        entry: found.entry,
        source: found.source,
        open: openOf(item, found),
      },
    ];
  });
  return { references, findings };
}

function openOf(item: JsonObject, { entry, source, findings }: Found): ResolvedReference['open'] {
  if (entry?.text !== undefined || entry?.file !== undefined) return undefined;
  const isPassedOver = item.optional === true && source?.entries !== undefined && entry === undefined;
  // What is no name, or no kind, is said elsewhere.
  const isNamed =
    textAt(item, ['name']) !== undefined && (item.kind === 'ConfigMap' || item.kind === 'Secret');
  return isPassedOver ? undefined : { isSaid: !isNamed || findings.length > 0 };
}

interface Found {
  readonly entry?: ConfigEntry | undefined;
  readonly source?: ConfigSource | undefined;
  readonly findings: readonly Finding[];
}

function lookUp(object: ManifestObject, at: ValuesPath, repository: Repository): Found {
  const { data } = object;
  const kind = valueAt(data, [...at, 'kind']);
  const name = textAt(data, [...at, 'name']);
  if ((kind !== 'ConfigMap' && kind !== 'Secret') || name === undefined || name.includes('${'))
    return { findings: [] };
  const isOptional = valueAt(data, [...at, 'optional']) === true;
  const namespace = textAt(data, ['metadata', 'namespace']);
  const all = sourcesOf(repository, object).filter((one) => one.kind === kind);
  const here = all.filter((one) => mayBeIn(one, namespace));
  const source = here.findLast((one) => one.name === name && one.isHashed !== true);
  if (source === undefined) {
    if (isOptional) return { findings: [] };
    return { findings: missing(object, [...at, 'name'], { kind, name, namespace, all, here }) };
  }
  const keyPath = [...at, 'valuesKey'];
  const key = textAt(data, keyPath) ?? 'values.yaml';
  const entry = source.entries?.get(key);
  if (entry !== undefined || source.entries === undefined || isOptional)
    return { entry, source, findings: [] };
  const names = [...source.entries.keys()];
  const near = nearestName(key, knownNames(names));
  const span =
    textAt(data, keyPath) === undefined
      ? object.locate([...at, 'name'], 'value')
      : object.locate(keyPath, 'value');
  const has =
    names.length === 0
      ? 'has no keys'
      : `has ${names
          .map((one) => `"${one}"`)
          .slice(0, 4)
          .join(', ')}`;
  return {
    source,
    findings: [
      manifestFinding('missing-key', 'error', span, {
        problem: `${kind} "${name}" has no key "${key}"`,
        why: `It ${has}. Flux does not install the release before the key is there.`,
        help:
          near !== undefined
            ? `Did you mean "${near}"?`
            : names.length === 1
              ? `Write valuesKey: ${names[0]}.`
              : `Name one of its keys in valuesKey${textAt(data, keyPath) === undefined ? ', which is values.yaml by default' : ''}.`,
      }),
    ],
  };
}

/** No namespace is the namespace that whoever applies the manifest says: it may be any. */
function mayBeIn({ namespace }: ConfigSource, wanted: string | undefined): boolean {
  return (
    namespace === undefined || wanted === undefined || namespace === wanted || /\$\{/.test(namespace + wanted)
  );
}

/** What the build of the object made, then what is written anywhere in the repository. */
function sourcesOf(repository: Repository, { built = [] }: ManifestObject): ConfigSource[] {
  const written = CONFIG_KINDS.flatMap((kind) => repository.objects(kind)).flatMap(
    (one) => configSource(one) ?? [],
  );
  return [...written, ...built];
}

function missing(
  object: ManifestObject,
  at: ValuesPath,
  wanted: {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
    readonly all: readonly ConfigSource[];
    readonly here: readonly ConfigSource[];
  },
): Finding[] {
  const { kind, name, namespace, all, here } = wanted;
  const span = object.locate(at, 'value');
  const why = 'Flux does not install the release before it is there.';
  if (here.some((one) => one.name === name && one.isHashed === true)) {
    return [
      manifestFinding('hashed-name', 'error', span, {
        problem: `Kustomize calls the generated ${kind} "${name}" ${name}-<hash>, and this name stays as it is`,
        why,
        help: 'Add a nameReference for HelmRelease and spec/valuesFrom/name under configurations, or disableNameSuffixHash: true.',
      }),
    ];
  }
  const elsewhere = all.find((one) => one.name === name);
  if (elsewhere?.namespace !== undefined && namespace !== undefined) {
    return [
      manifestFinding('other-namespace', 'error', span, {
        problem: `${kind} "${name}" is in the namespace ${elsewhere.namespace}, and Flux looks in ${namespace}`,
        why: 'valuesFrom is looked up in the namespace of the HelmRelease, whatever targetNamespace says.',
        help: `Put the ${kind} into ${namespace}.`,
      }),
    ];
  }
  const near = nearestName(name, knownNames(here.map((one) => one.name)), 'slip');
  if (near === undefined) return [];
  return [
    manifestFinding('missing-source', 'error', span, {
      problem: `No ${kind} "${name}" is in this repository`,
      why,
      help: `Did you mean "${near}"?`,
    }),
  ];
}
