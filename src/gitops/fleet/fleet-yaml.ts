import type { LoadedManifest } from '../../documents/source-files.ts';
import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import type { Placed } from '../../model/placed.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import type { ChartReference } from '../chart-reference.ts';
import { mapsAt } from '../kustomize/field-lists.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { unknownFields } from '../unknown-fields.ts';
import { versionFindings } from '../version-findings.ts';
import { FLEET_FIELDS, FLEET_WORDS } from './fleet-fields.ts';
import { fleetValues } from './fleet-values.ts';

const HELM = ['helm'];

/**
 * The releases of a fleet.yaml: the one that `helm` describes, and one for each entry of targetCustomizations that changes it for some
 * clusters. None where it is not about Helm at all.
 */
export function fleetReleases(file: LoadedManifest, repository: Repository): ManifestRelease[] {
  const [document] = file.documents;
  if (document === undefined || !isJsonObject(document.data)) return [];
  const { source } = file;
  const fleet: Placed<JsonObject> = { data: document.data, locate: document.locate };
  const folder = path.dirname(source.id);
  const hasChart = repository.kind(path.join(folder, 'Chart.yaml')) === 'file';
  const customizations = mapsAt(fleet.data, ['targetCustomizations']).filter(({ map }) =>
    isJsonObject(map.helm),
  );
  const chart = chartOf(fleet, folder, hasChart, repository);
  const fields = unknownFields(fleet, [], FLEET_FIELDS, FLEET_WORDS, chartKeys(chart, repository));
  if (!isJsonObject(fleet.data.helm) && customizations.length === 0 && !hasChart && fields.length === 0)
    return [];
  const base = fleetValues(fleet, HELM, folder, repository);
  const namespace = textAt(fleet.data, ['defaultNamespace']) ?? textAt(fleet.data, ['namespace']);
  const releaseName = textAt(fleet.data, ['helm', 'releaseName']);
  const common = {
    namespace,
    chart,
    skipsSchema: valueAt(fleet.data, ['helm', 'skipSchemaValidation']) === true,
  };
  const releases: ManifestRelease[] = [
    {
      ...common,
      kind: 'Fleet helm',
      name: releaseName ?? path.basename(folder),
      releaseName,
      layers: [...base.layers, ...base.fromCluster],
      at: fleet.locate(HELM, 'key'),
      files: [source.id, ...base.files],
      findings: [
        ...fields,
        ...base.findings,
        ...filesNotRead(fleet),
        ...chartVersion(fleet, repository, folder),
      ],
      unknown: base.unknown,
      open: base.open,
    },
  ];
  for (const { at, map } of customizations) {
    const own = fleetValues(fleet, [...at, 'helm'], folder, repository);
    releases.push({
      ...common,
      chart: chartOf(fleet, folder, hasChart, repository, [...at, 'helm']),
      kind: 'Fleet target helm',
      name: textAt(map, ['name']) ?? String(at.at(-1)),
      releaseName: textAt(map, ['helm', 'releaseName']) ?? releaseName,
      namespace: textAt(map, ['defaultNamespace']) ?? textAt(map, ['namespace']) ?? namespace,
      layers: [...base.layers, ...own.layers, ...base.fromCluster, ...own.fromCluster],
      at: fleet.locate([...at, 'helm'], 'key'),
      files: [source.id, ...base.files, ...own.files],
      findings: own.findings,
      // What a cluster gets instead is known.
      unknown: [
        ...base.unknown.filter((path) => !own.layers.some(({ data }) => valueAt(data, path) !== undefined)),
        ...own.unknown,
      ],
      open: [...base.open, ...own.open],
    });
  }
  return releases;
}

/** `helm.chart` is a folder beside the file, a name in `helm.repo`, or an address; without both, the chart around the file. */
function chartOf(
  fleet: Placed<JsonObject>,
  folder: string,
  hasChart: boolean,
  repository: Repository,
  own: ValuesPath = HELM,
): ChartReference | undefined {
  // What a target says comes before what helm says.
  const said = (field: string): ValuesPath | undefined =>
    [own, HELM].map((place) => [...place, field]).find((place) => textAt(fleet.data, place) !== undefined);
  const text = (field: string): string | undefined => textAt(fleet.data, said(field) ?? []);
  const chart = text('chart');
  const repo = text('repo');
  const at = fleet.locate(said('chart') ?? HELM, 'value');
  if (chart === undefined) return hasChart ? { name: path.basename(folder), path: folder, at } : undefined;
  const version = text('version');
  const beside = path.resolve(folder, chart);
  if (repo === undefined && repository.kind(beside) !== 'none')
    return { name: path.basename(beside), path: beside, at };
  return {
    name:
      chart
        .split('/')
        .at(-1)
        ?.replace(/-v?\d+\.\d+\.\d+[^/]*\.tgz.*$/, '') ?? chart,
    ...(repo === undefined ? {} : { repository: repo }),
    ...(version === undefined ? {} : { version }),
    at,
  };
}

/** At the top `valuesFiles` is read only beside `chart` or `repo` (`readResources` in internal/bundlereader/resources.go; fleet#2060). */
function filesNotRead(fleet: Placed<JsonObject>): Finding[] {
  const helm = valueAt(fleet.data, HELM);
  if (!isJsonObject(helm) || !Array.isArray(helm.valuesFiles) || helm.valuesFiles.length === 0) return [];
  if (textAt(helm, ['chart']) !== undefined || textAt(helm, ['repo']) !== undefined) return [];
  return [
    manifestFinding('files-not-read', 'error', fleet.locate(['helm', 'valuesFiles'], 'key'), {
      problem: 'helm.valuesFiles is not read, since helm names no chart',
      why: 'Fleet looks at it only where helm.chart or helm.repo is set: the chart runs on its own values.yaml.',
      help: 'Write "chart: ." beside it for the chart in this folder.',
    }),
  ];
}

function chartVersion(fleet: Placed<JsonObject>, repository: Repository, folder: string): Finding[] {
  const chart = textAt(fleet.data, ['helm', 'chart']);
  const isRemote =
    textAt(fleet.data, ['helm', 'repo']) !== undefined || (chart?.startsWith('oci://') ?? false);
  if (chart === undefined || !isRemote || repository.kind(path.resolve(folder, chart)) !== 'none') return [];
  const at: ValuesPath = ['helm', 'version'];
  const version = valueAt(fleet.data, at);
  const span = version === undefined ? fleet.locate(['helm', 'chart'], 'value') : fleet.locate(at, 'value');
  return versionFindings(version, span, { tool: 'Fleet', when: 'at the next change of the repository' });
}
