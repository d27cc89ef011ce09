import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import type { Placed } from '../../model/placed.ts';
import { valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import type { ChartReference } from '../chart-reference.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { unknownFields } from '../unknown-fields.ts';
import { versionFindings } from '../version-findings.ts';
import type { HelmChartEntry } from './helm-chart-entry.ts';
import { HELM_CHART_WORDS } from './helm-chart-fields.ts';
import { helmChartValues } from './helm-chart-values.ts';

/** The release of an entry. `file` is the one that holds it, absolute: its folder is the root that all paths stay in. */
export function helmChartRelease(
  entry: HelmChartEntry,
  file: string,
  repository: Repository,
): ManifestRelease {
  const { document, at, names } = entry;
  const text = (field: string): string | undefined => textAt(document.data, [...at, field]);
  const folder = path.dirname(file);
  const chart = chartOf(entry, folder, repository);
  const values = helmChartValues(entry, { folder, chart: chart?.path }, repository);
  const name = text('releaseName') ?? text(names.name) ?? '';
  return {
    kind: names.list,
    name,
    namespace: text(names.namespace),
    chart,
    layers: values.layers,
    at: document.locate([...at, names.name], 'value'),
    files: [file, ...values.files],
    findings: [
      ...ownFields(entry, chartKeys(chart, repository)),
      ...chartVersion(entry, chart),
      ...missingChart(chart, repository),
      ...values.findings,
    ],
  };
}

/** What is found at `{chartHome}/{name}` is used as it is; with repo and version it is pulled to `{chartHome}/{name}-{version}/{name}`. */
function chartOf(
  { document, at, names, chartHome }: HelmChartEntry,
  folder: string,
  repository: Repository,
): ChartReference | undefined {
  const { data } = document;
  const name = textAt(data, [...at, names.name]);
  if (name === undefined) return undefined;
  const version = textAt(data, [...at, names.version]);
  const repo = textAt(data, [...at, names.repo]);
  const home = path.resolve(folder, textAt(data, chartHome) ?? 'charts');
  const pulled = version !== undefined && repo !== undefined ? path.join(home, `${name}-${version}`) : home;
  const local = path.join(pulled, name);
  return {
    name: name.split('/').at(-1) ?? name,
    ...(repository.kind(local) === 'folder' || repo === undefined ? { path: local } : {}),
    ...(repo === undefined ? {} : { repository: repo }),
    ...(version === undefined ? {} : { version }),
    at: document.locate([...at, names.name], 'value'),
  };
}

function ownFields({ document, at, names }: HelmChartEntry, keys: ReadonlySet<string>): Finding[] {
  // An object of its own has the fields of every object besides.
  if (at.length === 0) return [];
  const entry = valueAt(document.data, at);
  const placed: Placed = {
    data: entry ?? null,
    locate: (path, part) => document.locate([...at, ...path], part),
  };
  const merge = isJsonObject(entry) ? entry.valuesMerge : undefined;
  const words = ['merge', 'override', 'replace'];
  const wrongWord =
    merge === undefined || merge === '' || words.includes(String(merge))
      ? []
      : [
          manifestFinding('unknown-word', 'error', document.locate([...at, 'valuesMerge'], 'value'), {
            problem: `valuesMerge is ${JSON.stringify(merge).slice(0, 40)}, and Kustomize knows merge, override and replace`,
            why: 'kustomize build stops.',
            help: 'Write override, the default, to let valuesInline win over the values file.',
          }),
        ];
  return [
    ...unknownFields(placed, [], names.fields, { ...HELM_CHART_WORDS, tool: names.list }, keys),
    ...wrongWord,
  ];
}

function chartVersion({ document, at, names }: HelmChartEntry, chart: ChartReference | undefined): Finding[] {
  if (chart === undefined || chart.path !== undefined) return [];
  const place = [...at, names.version];
  const version = valueAt(document.data, place);
  const span = document.locate(version === undefined ? [...at, names.name] : place, 'value');
  return versionFindings(version, span, { tool: 'Kustomize', when: 'whenever the chart is not there yet' });
}

/** Without a repository to pull it from the chart has to be there. */
function missingChart(chart: ChartReference | undefined, repository: Repository): Finding[] {
  if (chart?.path === undefined || chart.repository !== undefined) return [];
  if (repository.kind(chart.path) === 'folder') return [];
  return [
    manifestFinding('missing-chart', 'error', chart.at, {
      problem: `no chart is at "${repository.shown(chart.path)}", and no repo says where to get it`,
      why: 'kustomize build stops.',
      help: 'Write repo and version, or put the chart there; helmGlobals.chartHome names another folder.',
    }),
  ];
}
