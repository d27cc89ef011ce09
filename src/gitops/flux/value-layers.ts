import { mergeLayers } from '../../merge/merge-layers.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { configLayer } from '../config-layer.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { OpenSource } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { Repository } from '../repository.ts';
import { FluxMerge } from './flux-merge.ts';
import { resolveValuesFrom } from './resolve-values-from.ts';
import { refusedText, setBesides, setTwice } from './target-findings.ts';
import { targetFlag, targetLayer, textOfTarget } from './target-layer.ts';

const VALUES = ['spec', 'values'];

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
  /** Whole documents that are not here. */
  readonly open: readonly OpenSource[];
}

/**
 * The layers in the order in which the helm-controller merges them (fluxcd/pkg chartutil, ChartValuesFromReferences): `valuesFrom` one after
 * the other, then `spec.values`, then what a `targetPath` set in `spec.values` itself (`FluxMerge`).
 */
export function fluxValues(object: ManifestObject, repository: Repository): FluxValues {
  const inline = mapLayers(object, VALUES, repository);
  const { references, findings: problems } = resolveValuesFrom(object, repository);
  const hasTargets = references.some(({ targetPath }) => targetPath !== undefined);
  const inlineData = hasTargets ? dataOf(inline) : {};
  const merge = hasTargets ? new FluxMerge(inlineData) : undefined;
  const findings = [...problems];
  const before: Layer[] = [];
  const after: Layer[] = [];
  const unknown: ValuesPath[] = [];
  const secret: ValuesPath[] = [];
  const open: OpenSource[] = [];
  for (const reference of references) {
    const { entry, targetPath, source } = reference;
    if (merge !== undefined && targetPath !== undefined) {
      // The object is here and lacks the key.
      const isOptional = valueAt(object.data, [...reference.at, 'optional']) === true;
      if (isOptional && source !== undefined && entry === undefined) continue;
      const flag = targetFlag(object, reference, repository);
      const effect = merge.target(flag.kind, flag.flag!, repository.helmVersion);
      if (effect.below !== undefined) before.push(targetLayer(flag, effect.below));
      if (effect.above !== undefined) after.push(targetLayer(flag, effect.above));
      const paths = effect.writes.map(({ path }) => path);
      if (textOfTarget(reference, repository) === undefined)
        unknown.push(...(paths.length > 0 ? paths : [parseSetName(targetPath)]));
      else if (source?.kind === 'Secret') secret.push(...paths);
      findings.push(
        ...setTwice(object, reference, effect.writes, inlineData),
        ...setBesides(object, reference, effect.writes),
        ...refusedText(object, reference, effect, [...before, ...inline]),
      );
    } else if (reference.open !== undefined) {
      const name = `${String(valueAt(object.data, [...reference.at, 'kind']))} "${String(valueAt(object.data, [...reference.at, 'name']))}"`;
      open.push({ at: object.locate([...reference.at, 'name'], 'value'), name, ...reference.open });
    } else if (entry !== undefined && source !== undefined) {
      const read = configLayer(entry, source, repository);
      findings.push(...(read?.findings ?? []));
      if (read?.layer === undefined) {
        open.push({ at: entry.at, name: source.name, isSaid: true });
        continue;
      }
      before.push(read.layer);
      merge?.document(read.layer.data);
      // What a finding says of a value may quote it.
      if (source.kind === 'Secret') secret.push(...leafPaths(read.layer.data));
    }
  }
  return {
    layers: [...before, ...inline, ...after],
    findings,
    unknown,
    secret,
    open,
    files: references.flatMap(({ source, entry }) => [
      ...(source?.files ?? []),
      ...(entry?.file === undefined ? [] : [entry.file]),
    ]),
  };
}

function dataOf(layers: readonly Layer[]): JsonObject {
  return mergeLayers(layers).data;
}

function leafPaths(value: JsonValue, at: ValuesPath = []): ValuesPath[] {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return at.length === 0 ? [] : [at];
  return Object.entries(value).flatMap(([key, below]) => leafPaths(below, [...at, key]));
}
