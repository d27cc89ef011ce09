import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { listWords } from '../model/list-words.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { configLayer } from './config-layer.ts';
import type { ConfigEntry, ConfigSource } from './config-source.ts';
import { CONFIG_KINDS, configSource } from './config-sources.ts';
import { mapsAt } from './kustomize/field-lists.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { ManifestObject } from './manifest-object.ts';
import type { OpenSource } from './manifest-release.ts';
import type { Repository } from './repository.ts';
import { textAt } from './text-at.ts';

/** What a tool takes where an item does not say it. */
export interface KeyWords {
  readonly tool: string;
  readonly defaultKey: string;
  readonly defaultNamespace?: string | undefined;
}

/** What a `configMapKeyRef` or `secretKeyRef` comes to, as far as this repository tells. */
interface KeyReference {
  readonly source: ConfigSource | undefined;
  readonly entry: ConfigEntry | undefined;
  readonly findings: readonly Finding[];
  /** What cannot be read here. */
  readonly open: readonly OpenSource[];
}

/**
 * Looks up an item `{configMapKeyRef | secretKeyRef: {name, namespace, key}}` at a path (Crossplane, Fleet). What is not in the repository may be
 * elsewhere: only a key that a ConfigMap of that name does not have is reported. Of an item with both, the Secret comes last.
 */
function keyReferences(
  object: Pick<ManifestObject, 'data' | 'locate'>,
  at: ValuesPath,
  repository: Repository,
  words: KeyWords,
): KeyReference[] {
  const found: KeyReference = { source: undefined, entry: undefined, findings: [], open: [] };
  const fields = [
    ['configMapKeyRef', 'ConfigMap'],
    ['secretKeyRef', 'Secret'],
  ] as const;
  return fields.flatMap(([field, kind]): KeyReference[] => {
    const path = [...at, field];
    const reference = valueAt(object.data, path);
    const name = textAt(object.data, [...path, 'name']);
    if (!isJsonObject(reference) || name === undefined) return [];
    const namespace = textAt(reference, ['namespace']) ?? words.defaultNamespace;
    const elsewhere = { at: object.locate([...path, 'name'], 'value'), name: `${kind} "${name}"` };
    const source = CONFIG_KINDS.flatMap((one) => repository.objects(one))
      .flatMap((one) => configSource(one) ?? [])
      .find(
        (one) =>
          one.kind === kind &&
          one.name === name &&
          (one.namespace === undefined || namespace === undefined || one.namespace === namespace),
      );
    if (source?.entries === undefined) return [{ ...found, source, open: [elsewhere] }];
    const key = textAt(reference, ['key']) ?? words.defaultKey;
    const entry = source.entries.get(key);
    if (entry !== undefined || reference.optional === true) {
      const isEncrypted = entry !== undefined && entry.text === undefined && entry.file === undefined;
      return [{ ...found, source, entry, open: isEncrypted ? [elsewhere] : [] }];
    }
    const names = [...source.entries.keys()].slice(0, 4).map((one) => `"${one}"`);
    const span = object.locate(
      textAt(reference, ['key']) === undefined ? [...path, 'name'] : [...path, 'key'],
      'value',
    );
    return [
      {
        source,
        entry: undefined,
        open: [{ ...elsewhere, isSaid: true }],
        findings: [
          manifestFinding('missing-key', 'error', span, {
            problem: `${kind} "${name}" has no key "${key}"`,
            why: `${words.tool} does not install the release before the key is there.`,
            help: names.length === 0 ? 'Add it.' : `It has ${listWords(names, 'and')}.`,
          }),
        ],
      },
    ];
  });
}

/** What the items of a list of references give. */
export interface ReferencedValues {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  /** What cannot be read here. */
  readonly open: readonly OpenSource[];
  /** Where it is read from, absolute. */
  readonly files: readonly string[];
}

/** The values that the items of `valuesFrom` at a path name, in order, as far as they can be read here. */
export function referencedValues(
  object: Pick<ManifestObject, 'data' | 'locate'>,
  at: ValuesPath,
  repository: Repository,
  words: KeyWords,
): ReferencedValues {
  const references = mapsAt(object.data, at).flatMap((item) =>
    keyReferences(object, item.at, repository, words),
  );
  const read = references.map(({ source, entry }) =>
    source === undefined || entry === undefined ? undefined : configLayer(entry, source, repository),
  );
  return {
    layers: read.flatMap((one) => one?.layer ?? []),
    findings: references.flatMap(({ findings }, i) => [...findings, ...(read[i]?.findings ?? [])]),
    open: references.flatMap(({ open }) => open),
    files: references.flatMap(({ source }) => source?.files ?? []),
  };
}
