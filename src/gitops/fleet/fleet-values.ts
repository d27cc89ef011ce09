import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import type { Placed } from '../../model/placed.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { fileLayer } from '../file-layer.ts';
import { referencedValues } from '../key-references.ts';
import { textsAt } from '../kustomize/field-lists.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { OpenSource } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import { missingFile } from '../missing-file.ts';
import type { Repository } from '../repository.ts';
import { textPaths } from '../text-paths.ts';

/** What one `helm` of a fleet.yaml gives. */
export interface FleetValues {
  /** Of `values` and files, weakest first. */
  readonly layers: readonly Layer[];
  /** Of `valuesFrom`: Fleet reads it in the cluster, over all else, that of `targetCustomizations` included. */
  readonly fromCluster: readonly Layer[];
  readonly findings: readonly Finding[];
  /** The values files that are there, absolute. */
  readonly files: readonly string[];
  /** What Fleet fills in for each cluster. */
  readonly unknown: readonly ValuesPath[];
  /** What cannot be read here. */
  readonly open: readonly OpenSource[];
}

/**
 * `values`, then `valuesFiles`, then `valuesFrom` (the other way round than Flux and Argo CD: internal/bundlereader/resources.go,
 * internal/helmdeployer/install.go). `templateValues` is text that Fleet fills in, over the same key of all of them: what it gives is not known.
 */
export function fleetValues(
  fleet: Placed<JsonObject>,
  at: ValuesPath,
  folder: string,
  repository: Repository,
): FleetValues {
  const helm = valueAt(fleet.data, at);
  if (!isJsonObject(helm))
    return { layers: [], fromCluster: [], findings: [], files: [], unknown: [], open: [] };
  const object = { ...fleet, source: fleet.locate([], 'value').source, files: [] };
  const layers: Layer[] = [...mapLayers(object, [...at, 'values'], repository)];
  const findings: Finding[] = notAMap(fleet, [...at, 'values']);
  const files: string[] = [];
  const open: OpenSource[] = [];
  // At the top, files beside no chart are not read.
  const isRead = at.length > 1 || helm.chart !== undefined || helm.repo !== undefined;
  for (const { at: place, text } of textsAt(fleet.data, [...at, 'valuesFiles'])) {
    if (!isRead) continue;
    if (text.includes('${') || text.includes('://')) {
      open.push({ at: fleet.locate(place, 'value'), name: text });
      continue;
    }
    const file = path.resolve(folder, text);
    const read = fileLayer(file, repository);
    if (read === undefined) {
      findings.push(
        missingFile(file, fleet.locate(place, 'value'), repository, {
          why: 'Fleet stops reading the folder: nothing of it is deployed.',
          from: 'The path is relative to fleet.yaml.',
        }),
      );
      continue;
    }
    files.push(file);
    findings.push(...read.findings);
    if (read.layer !== undefined) layers.push(read.layer);
  }
  const from = referencedValues(fleet, [...at, 'valuesFrom'], repository, {
    tool: 'Fleet',
    defaultKey: 'values.yaml',
  });
  open.push(...from.open);
  findings.push(...from.findings);
  files.push(...from.files);
  const templated = isJsonObject(helm.templateValues)
    ? Object.keys(helm.templateValues).map((key) => [key])
    : [];
  const isTemplate = helm.disablePreProcess !== true;
  const inText = textPaths(
    [...layers, ...from.layers],
    (text) => /^global\.fleet\.clusterLabels\./.test(text) || (isTemplate && text.includes('${')),
  );
  return { layers, fromCluster: from.layers, findings, files, unknown: [...templated, ...inText], open };
}

function notAMap(fleet: Placed, at: ValuesPath): Finding[] {
  const values = valueAt(fleet.data, at);
  if (values === undefined || values === null || isJsonObject(values)) return [];
  return [
    manifestFinding('values-not-a-map', 'error', fleet.locate(at, 'value'), {
      problem: `${at.filter((one) => typeof one === 'string').join('.')} is ${Array.isArray(values) ? 'a list' : 'text'}, and Fleet needs a map`,
      why: 'Fleet cannot read the file.',
      help: 'Write the values as YAML below the key, without the "|".',
    }),
  ];
}
