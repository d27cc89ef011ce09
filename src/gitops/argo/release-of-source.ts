import { path as paths } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ChartReference } from '../chart-reference.ts';
import { inRepository } from '../in-repository.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import { textAt } from '../text-at.ts';
import { versionFindings } from '../version-findings.ts';
import { effectiveHelm } from './effective-helm.ts';
import { fileParameterLayers } from './file-parameter-layers.ts';
import { inlineLayers } from './inline-layers.ts';
import { overriddenFiles } from './overridden-files.ts';
import { parameterLayers } from './parameter-layers.ts';
import type { SourceContext } from './source-place.ts';
import { unfilledPaths } from './unfilled-paths.ts';
import { valueFileLayers } from './value-file-layers.ts';

/**
 * The release of one source; none for what is no chart. Helm's own order decides, whatever the order in the manifest: value files, then inline
 * values, then parameters without and with forceString, then fileParameters (util/helm/cmd.go).
 */
export function releaseOfSource(
  object: ManifestObject,
  at: ValuesPath,
  context: SourceContext,
): ManifestRelease[] {
  const source = valueAt(object.data, at);
  const { kind, name, repository } = context;
  if (!isJsonObject(source)) return [];
  const chart = chartOf(object, at, context);
  const isChart =
    chart?.path !== undefined && repository.kind(paths.join(chart.path, 'Chart.yaml')) === 'file';
  if (!isJsonObject(source.helm) && source.chart === undefined && !isChart) return [];
  const helm = effectiveHelm(object, [...at, 'helm'], name, chart?.path, repository);
  const where = { object, at, helm, chart, context };
  const [files, inline] = [valueFileLayers(where), inlineLayers(where)];
  const parts = [files, inline, parameterLayers(where), fileParameterLayers(where)];
  const layers = parts.flatMap((part) => part.layers);
  const releaseName = textAt(object.data, [...at, 'helm', 'releaseName']);
  return [
    {
      kind,
      name,
      namespace: textAt(object.data, ['metadata', 'namespace']),
      releaseName: releaseName ?? name,
      targetNamespace: textAt(object.data, [...context.spec, 'destination', 'namespace']),
      chart,
      layers,
      at: object.locate(['metadata', 'name'], 'value'),
      files: [...new Set([...object.files, ...helm.files, ...parts.flatMap(({ files = [] }) => files)])],
      findings: [
        ...versionOf(object, at),
        ...parts.flatMap(({ findings }) => findings),
        ...overriddenFiles(where, files.layers, inline.layers),
      ],
      skipsSchema: valueAt(object.data, [...at, 'helm', 'skipSchemaValidation']) === true,
      mistaken: parts.flatMap(({ mistaken = [] }) => mistaken),
      open: parts.flatMap(({ open = [] }) => open),
      unknown: [...parts.flatMap(({ unknown = [] }) => unknown), ...unfilledPaths(layers)],
    },
  ];
}

function chartOf(
  object: ManifestObject,
  at: ValuesPath,
  { repository }: SourceContext,
): ChartReference | undefined {
  const { data } = object;
  const chart = textAt(data, [...at, 'chart']);
  const url = textAt(data, [...at, 'repoURL']);
  const address = url === undefined ? {} : { repository: url };
  if (chart !== undefined) {
    const version = textAt(data, [...at, 'targetRevision']);
    return {
      name: chart,
      at: object.locate([...at, 'chart'], 'value'),
      ...address,
      ...(version === undefined ? {} : { version }),
    };
  }
  const path = textAt(data, [...at, 'path']);
  if (path === undefined || path.includes('{{')) return undefined;
  return { at: object.locate([...at, 'path'], 'value'), ...address, ...inRepository(path, repository) };
}

function versionOf(object: ManifestObject, at: ValuesPath): Finding[] {
  const { data } = object;
  if (textAt(data, [...at, 'chart']) === undefined) return [];
  const version = valueAt(data, [...at, 'targetRevision']);
  const span = object.locate([...at, version === undefined ? 'chart' : 'targetRevision'], 'value');
  return versionFindings(version, span, { tool: 'Argo CD', when: 'at the next refresh' });
}
