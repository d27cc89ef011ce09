import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import { dateFindings } from '../date-findings.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { unknownFields } from '../unknown-fields.ts';
import { versionFindings } from '../version-findings.ts';
import { fluxChart } from './chart-of.ts';
import { chartValuesFiles } from './chart-values-files.ts';
import { BETA_FIELDS, HELM_RELEASE_WORDS, V2_FIELDS } from './helm-release-fields.ts';
import { keyFindings } from './key-findings.ts';
import { refusesSubstitution } from './refuses-substitution.ts';
import { substitutedLayer } from './substituted-layer.ts';
import { unknownPaths } from './unknown-paths.ts';
import { fluxValues } from './value-layers.ts';
import { variableFindings } from './variable-findings.ts';

const VALUES = ['spec', 'values'];

/** The release that a HelmRelease is; none without a name, or for an API of another project. */
export function helmRelease(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const { data } = object;
  const name = textAt(data, ['metadata', 'name']);
  const api = textAt(data, ['apiVersion']) ?? '';
  if (name === undefined || !/^(?:helm\.toolkit\.fluxcd\.io|helm\.fluxcd\.io|flux\.weave\.works)\//.test(api))
    return [];
  const chart = fluxChart(object, repository);
  const values = fluxValues(object, repository);
  const ofChart = chartValuesFiles(chart, repository);
  const own = values.layers.flatMap((layer) => {
    const filled = object.variables && substitutedLayer(layer, object.variables);
    return filled === undefined ? [layer] : [layer, filled];
  });
  const layers = [...(ofChart?.layers ?? []), ...own];
  return [
    {
      kind: 'HelmRelease',
      name,
      namespace: textAt(data, ['metadata', 'namespace']),
      releaseName:
        textAt(data, ['spec', 'releaseName']) ??
        [textAt(data, ['spec', 'targetNamespace']), name].filter((part) => part !== undefined).join('-'),
      targetNamespace: textAt(data, ['spec', 'targetNamespace']),
      chart,
      layers,
      at: object.locate(['metadata', 'name'], 'value'),
      files: [...new Set([...object.files, ...values.files, ...(ofChart?.files ?? [])])],
      findings: [
        ...ownFindings(object, api, repository, chartKeys(chart, repository)),
        ...values.findings,
        ...(ofChart?.findings ?? []),
      ],
      ...(ofChart?.withoutDefaults === true ? { withoutDefaults: true } : {}),
      skipsSchema: ['install', 'upgrade'].every(
        (one) => valueAt(data, ['spec', one, 'disableSchemaValidation']) === true,
      ),
      mistaken: values.secret,
      open: [...values.open, ...(ofChart?.open ?? [])],
      unknown: [...values.unknown, ...(refusesSubstitution(data) ? [] : unknownPaths(layers))],
    },
  ];
}

function ownFindings(
  object: ManifestObject,
  api: string,
  repository: Repository,
  keys: ReadonlySet<string>,
): Finding[] {
  const { data } = object;
  const isToolkit = api.startsWith('helm.toolkit.fluxcd.io/');
  const fields = /\/v2beta\d+$/.test(api) ? BETA_FIELDS : V2_FIELDS;
  return [
    ...(isToolkit
      ? unknownFields({ ...object, data: { spec: data.spec ?? null } }, [], fields, HELM_RELEASE_WORDS, keys)
      : []),
    ...notAMap(object),
    ...twoCharts(object),
    ...(isToolkit ? chartVersion(object) : []),
    ...keyFindings(object, VALUES),
    ...variableFindings(object, VALUES),
    ...dateFindings(object, VALUES, 'Flux', repository),
  ];
}

function notAMap(object: ManifestObject): Finding[] {
  const values = valueAt(object.data, VALUES);
  if (values === undefined || values === null || isJsonObject(values)) return [];
  return [
    manifestFinding('values-not-a-map', 'error', object.locate(VALUES, 'value'), {
      problem: `spec.values is ${Array.isArray(values) ? 'a list' : 'text'}, and Flux needs a map`,
      why: 'It ignores what is no map and installs the chart with its defaults.',
      help: 'Write the values as YAML below the key, without the "|".',
    }),
  ];
}

function twoCharts(object: ManifestObject): Finding[] {
  const has = (field: string): boolean => isJsonObject(valueAt(object.data, ['spec', field]));
  if (!has('chart') || !has('chartRef')) return [];
  return [
    manifestFinding('chart-twice', 'error', object.locate(['spec', 'chartRef'], 'key'), {
      problem: 'spec.chart and spec.chartRef are both set',
      why: 'Kubernetes refuses the object: one of the two says where the chart is.',
      help: 'Delete one of them.',
    }),
  ];
}

/** Of charts in git the version does not count. */
function chartVersion(object: ManifestObject): Finding[] {
  const at = ['spec', 'chart', 'spec'];
  const spec = valueAt(object.data, at);
  const kind = textAt(object.data, [...at, 'sourceRef', 'kind']);
  if (
    !isJsonObject(spec) ||
    textAt(spec, ['chart']) === undefined ||
    (kind !== undefined && kind !== 'HelmRepository')
  )
    return [];
  const version = valueAt(spec, ['version']);
  const span =
    version === undefined
      ? object.locate([...at, 'chart'], 'value')
      : object.locate([...at, 'version'], 'value');
  return versionFindings(version, span, { tool: 'Flux', when: 'at the next interval' });
}
