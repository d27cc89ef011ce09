import { mergeLayers } from '../../merge/merge-layers.ts';
import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { configLayer } from '../config-layer.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import { mapLayers } from '../map-layers.ts';
import { parameterLayer } from '../parameter-layer.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { Repository } from '../repository.ts';
import { type ResolvedReference, resolveValuesFrom } from './resolve-values-from.ts';

const VALUES = ['spec', 'values'];
const WORDS = {
  asText: 'Set literal: true beside targetPath, or put quotes around the text itself.',
  asTyped:
    'Like --set, targetPath reads only whole numbers, true, false and null as anything but text: give it as a whole document.',
};

/** The values of a HelmRelease, weakest first. */
export interface FluxValues {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  /** What they come from besides the manifest itself. */
  readonly files: readonly string[];
  /** What is set from something that nobody can read here. */
  readonly unknown: readonly ValuesPath[];
  /** What comes from a Secret. */
  readonly secret: readonly ValuesPath[];
}

/**
 * The layers in the order in which the helm-controller merges them (fluxcd/pkg chartutil, ChartValuesFromReferences): `valuesFrom` one after
 * the other, then `spec.values`. What has a `targetPath` is set where it stands in the list, but into a map that `spec.values` alone has it is
 * set for good: the merge shares that map instead of copying it, and of two for one path the first stays.
 */
export function fluxValues(object: ManifestObject, repository: Repository): FluxValues {
  const inline = mapLayers(object, VALUES, repository);
  const inlineData = inline.length === 0 ? {} : dataOf(inline);
  const { references, findings: problems } = resolveValuesFrom(object, repository);
  const findings = [...problems];
  const before: Layer[] = [];
  const after: Layer[] = [];
  const unknown: ValuesPath[] = [];
  const secret: ValuesPath[] = [];
  for (const reference of references) {
    const { entry, targetPath, source } = reference;
    if (targetPath !== undefined) {
      // The object is here and lacks the key.
      const isOptional = valueAt(object.data, [...reference.at, 'optional']) === true;
      if (isOptional && source !== undefined && entry === undefined) continue;
      const layer = targetLayer(object, reference, repository, [...before, ...inline]);
      if (layer === undefined) continue;
      const path = parseSetName(targetPath);
      const top = String(path[0]);
      const isShared = isSharedWith(inlineData, path) && !before.some(({ data }) => isJsonObject(data[top]));
      if (isShared) after.unshift(layer);
      else before.push(layer);
      if (entry?.text === undefined) unknown.push(path);
      else if (source?.kind === 'Secret') secret.push(path);
      findings.push(
        ...setTwice(object, reference, path, inlineData, isShared),
        ...refusedText(object, reference, repository, [...before, ...inline]),
      );
    } else if (entry !== undefined && source !== undefined) {
      const read = configLayer(entry, source, repository);
      findings.push(...(read?.findings ?? []));
      if (read?.layer !== undefined) {
        before.push(read.layer);
        // What a finding says of a value may quote it.
        if (source.kind === 'Secret') secret.push(...leafPaths(read.layer.data));
      }
    }
  }
  return {
    layers: [...before, ...inline, ...after],
    findings,
    unknown,
    secret,
    files: references.flatMap(({ source, entry }) => [
      ...(source?.files ?? []),
      ...(entry?.file === undefined ? [] : [entry.file]),
    ]),
  };
}

function dataOf(layers: readonly Layer[]): JsonObject {
  return mergeLayers(layers).data;
}

/** The layer of a `targetPath`: `path=value` like `--set`, with `literal` and for text in quotes as it is. */
function targetLayer(
  object: ManifestObject,
  { at, entry, targetPath = '', literal }: ResolvedReference,
  repository: Repository,
  below: readonly Layer[],
): Layer | undefined {
  const nameAt = object.locate([...at, 'targetPath'], 'value');
  const known = entry?.text;
  const quoted = known === undefined ? null : /^(["'])([\s\S]*)\1$/.exec(known);
  const kind = literal ? 'set-literal' : quoted === null ? 'set' : 'set-string';
  // What nobody knows here is at least there.
  const value = known === undefined ? '' : literal || quoted === null ? known : quoted[2]!;
  const layer = parameterLayer(
    {
      kind: known === undefined ? 'set-string' : kind,
      name: targetPath,
      value,
      nameAt,
      valueAt: entry?.at ?? nameAt,
      words: WORDS,
    },
    repository,
  );
  if (!targetPath.includes('[')) return asValues(layer);
  const merged = mergeLayers([...below, layer]).data;
  const [top = ''] = parseSetName(targetPath).map(String);
  return asValues(layer, merged[top] === undefined ? layer.data : { [top]: merged[top] });
}

/**
 * Whether the place lies in a map or list of `spec.values` that the merge hands on itself, so that setting something in it is for good: the map
 * below a key, or a list as far as its items go.
 */
function isSharedWith(inline: JsonObject, path: ValuesPath): boolean {
  const [top, next] = path;
  const held = valueAt(inline, [String(top)]);
  if (Array.isArray(held)) return typeof next === 'number' && next < held.length;
  return path.length > 1 && isJsonObject(held);
}

/** What Flux cannot parse: the text comes behind `path=` and is read like `--set`. */
function refusedText(
  object: ManifestObject,
  { at, entry, targetPath = '', literal }: ResolvedReference,
  repository: Repository,
  below: readonly Layer[],
): Finding[] {
  const { text } = entry ?? {};
  if (text === undefined || literal || entry === undefined) return [];
  const span = object.locate([...at, 'targetPath'], 'value');
  const parameter = {
    kind: 'set',
    name: targetPath,
    value: text,
    nameAt: span,
    valueAt: entry.at,
    words: WORDS,
  } as const;
  const { problems } = mergeLayers([...below, parameterLayer(parameter, repository)]);
  if (!problems.some(({ refused }) => refused)) return [];
  return [
    manifestFinding('text-refused', 'error', span, {
      problem: `the text for "${targetPath}" cannot be set there`,
      why: 'Flux reads path=text as Helm reads --set: a comma starts another value, and "{" a list that has to end.',
      help: 'Write literal: true beside targetPath (Flux 2.9), or a backslash in front of each comma in the text.',
    }),
  ];
}

/** As a layer among values files, which keeps its place in the order. */
function asValues({ document, data: own, label, words = WORDS }: Layer, data = own): Layer {
  return {
    words,
    kind: 'values-file',
    label,
    data,
    scope: [],
    ...(document && {
      document: {
        source: document.source,
        text: document.text,
        data,
        writes: (path: ValuesPath) => path.length === 0 || valueAt(data, path) !== undefined,
        locate: document.locate,
      },
    }),
  };
}

function setTwice(
  object: ManifestObject,
  { at }: ResolvedReference,
  path: ValuesPath,
  inline: JsonObject,
  targetWins: boolean,
): Finding[] {
  if (path.length === 0 || valueAt(inline, path) === undefined) return [];
  // An item of a list has to be there for a path to lead into it.
  if (targetWins && path.some((segment) => typeof segment === 'number')) return [];
  const name = formatPath(path);
  const span = object.locate([...at, 'targetPath'], 'value');
  const finding = manifestFinding(
    'set-twice',
    'warning',
    span,
    {
      problem: `"${name}" is set by targetPath and in spec.values, and ${targetWins ? 'targetPath' : 'spec.values'} wins here`,
      why: 'Which of the two wins depends on what else is there: Flux merges spec.values before and after.',
      help: 'Set it in one place only.',
    },
    toPointer(path),
  );
  const other = object.locate([...VALUES, ...path], 'key');
  return [{ ...finding, related: [{ span: other, message: `spec.values sets "${name}" here` }] }];
}

function leafPaths(value: JsonValue, at: ValuesPath = []): ValuesPath[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return at.length === 0 ? [] : [at];
  return Object.entries(value).flatMap(([key, below]) => leafPaths(below, [...at, key]));
}
