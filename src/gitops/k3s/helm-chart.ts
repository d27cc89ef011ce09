import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import type { ChartReference } from '../chart-reference.ts';
import { mapsAt } from '../kustomize/field-lists.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease, OpenSource } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import { parameterLayer } from '../parameter-layer.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { textLayer } from '../text-layer.ts';
import { unknownFields } from '../unknown-fields.ts';
import { versionFindings } from '../version-findings.ts';
import { CHART_FIELDS, CHART_WORDS, CONFIG_FIELDS, CONFIG_WORDS } from './helm-chart-fields.ts';

const SET_WORDS = {
  asText: 'Quote it; "true", "false" and "null" are still no text in set: write those in valuesContent.',
  asTyped:
    'In set only whole numbers without quotes, and true, false and null in quotes, are no text: write it in valuesContent.',
};

const CONTENT = ['spec', 'valuesContent'];
const VALUES = ['spec', 'values'];
const SET = ['spec', 'set'];
const VERSION = ['spec', 'version'];

/**
 * The release of a HelmChart, in the order of k3s' helm-controller (`pkg/controllers/chart/chart.go`): its valuesContent, its values, those of the
 * HelmChartConfig of the same name and namespace, then `set` over all. A HelmChartConfig without a HelmChart here is a release by itself: the
 * charts that k3s and RKE2 bring along are in no repository.
 */
export function k3sReleases(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const { data } = object;
  const name = textAt(data, ['metadata', 'name']);
  if (name === undefined || !(textAt(data, ['apiVersion']) ?? '').startsWith('helm.cattle.io/')) return [];
  const isConfig = data.kind === 'HelmChartConfig';
  if (isConfig && namesakes('HelmChart', object, repository).length > 0) return [];
  const configs = isConfig ? [] : namesakes('HelmChartConfig', object, repository);
  const keys = chartKeys(chartOf(object), repository);
  const parts = [object, ...configs].map((one) => valuesOf(one, repository, keys));
  const set = isConfig ? undefined : setLayers(object, repository);
  return [
    {
      kind: isConfig ? 'HelmChartConfig' : 'HelmChart',
      name,
      namespace: textAt(data, ['metadata', 'namespace']),
      targetNamespace: textAt(data, ['spec', 'targetNamespace']),
      chart: isConfig ? { name, at: object.locate(['metadata', 'name'], 'value') } : chartOf(object),
      layers: [...parts.flatMap(({ layers }) => layers), ...(set?.layers ?? [])],
      at: object.locate(['metadata', 'name'], 'value'),
      open: [object, ...configs].flatMap(secretsOf),
      files: [...new Set([object, ...configs].flatMap(({ files }) => files))],
      findings: [
        ...parts.flatMap(({ findings }) => findings),
        ...(set?.findings ?? []),
        ...(isConfig ? strayConfig(object, name, repository) : chartVersion(object)),
      ],
    },
  ];
}

/** Objects of the other kind with the same name and namespace; no namespace is the one of whoever applies it. */
function namesakes(kind: string, { data }: ManifestObject, repository: Repository): ManifestObject[] {
  const name = textAt(data, ['metadata', 'name']);
  const namespace = textAt(data, ['metadata', 'namespace']);
  return repository
    .objects(kind)
    .filter(
      (other) =>
        (textAt(other.data, ['apiVersion']) ?? '').startsWith('helm.cattle.io/') &&
        textAt(other.data, ['metadata', 'name']) === name &&
        textAt(other.data, ['metadata', 'namespace']) === namespace,
    );
}

function chartOf(object: ManifestObject): ChartReference | undefined {
  const { data } = object;
  const chart = textAt(data, ['spec', 'chart']);
  // Placeholders of packaged manifests (`%{KUBERNETES_API}%`) are filled in by k3s.
  if (chart === undefined || chart.includes('%{')) return undefined;
  const at = object.locate(['spec', 'chart'], 'value');
  const packed = /(?<![^/])([^/]+?)-(v?\d+\.\d+\.\d+[^/]*)\.tgz$/.exec(chart);
  const version = textAt(data, VERSION) ?? packed?.[2];
  const repo = textAt(data, ['spec', 'repo']);
  return {
    name: packed?.[1] ?? chart.split('/').at(-1) ?? chart,
    ...(repo === undefined ? {} : { repository: repo }),
    ...(version === undefined ? {} : { version }),
    at,
  };
}

/** `valuesSecrets` are in the cluster. */
function secretsOf(object: ManifestObject): OpenSource[] {
  return mapsAt(object.data, ['spec', 'valuesSecrets']).map(({ at, map }) => ({
    at: object.locate(at, 'value'),
    name: `Secret "${textAt(map, ['name']) ?? ''}"`,
  }));
}

interface Values {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
}

function valuesOf(object: ManifestObject, repository: Repository, keys: ReadonlySet<string>): Values {
  const isConfig = object.data.kind === 'HelmChartConfig';
  const layers: Layer[] = [];
  const findings: Finding[] = unknownFields(
    { ...object, data: { spec: object.data.spec ?? null } },
    [],
    isConfig ? CONFIG_FIELDS : CHART_FIELDS,
    isConfig ? CONFIG_WORDS : CHART_WORDS,
    keys,
  );
  const content = valueAt(object.data, CONTENT);
  if (typeof content === 'string') {
    const read = textLayer(object, CONTENT, repository);
    findings.push(...read.findings);
    if (read.layer !== undefined) layers.push(read.layer);
  } else if (content !== undefined && content !== null) {
    findings.push(
      manifestFinding('values-not-text', 'error', object.locate(CONTENT, 'value'), {
        problem: `spec.valuesContent is ${kindOf(content)}, and it is text`,
        why: 'Kubernetes refuses the object.',
        help: 'Write "valuesContent: |-" and leave the lines below as they are, or write "values:" where k3s is new enough to know it.',
      }),
    );
  }
  const values = valueAt(object.data, VALUES);
  if (isJsonObject(values)) layers.push(...mapLayers(object, VALUES, repository));
  else if (values !== undefined && values !== null) {
    findings.push(
      manifestFinding('values-not-a-map', 'error', object.locate(VALUES, 'value'), {
        problem: `spec.values is ${kindOf(values)}, and k3s needs a map`,
        why: 'Helm cannot read it.',
        help: 'Write the values as YAML below the key, without the "|", or call it valuesContent.',
      }),
    );
  }
  return { layers, findings };
}

function kindOf(value: JsonValue): string {
  if (isJsonObject(value)) return 'a map';
  return Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'text' : String(value);
}

/** `set`: whole numbers, true, false and null are handed to `--set`, every other text to `--set-string` with its commas escaped. */
function setLayers(object: ManifestObject, repository: Repository): Values {
  const set = valueAt(object.data, SET);
  const layers: Layer[] = [];
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(isJsonObject(set) ? set : {})) {
    const at: ValuesPath = [...SET, name];
    const span = object.locate(at, 'value');
    if (typeof value !== 'string' && (typeof value !== 'number' || !Number.isInteger(value))) {
      findings.push(setOfOtherType(value, span));
      continue;
    }
    const isTyped = typeof value === 'number' || /^(?:true|false|null)$/i.test(value);
    layers.push(
      parameterLayer(
        {
          kind: isTyped ? 'set' : 'set-string',
          name,
          value: isTyped ? String(value).toLowerCase() : escapeCommas(String(value)),
          nameAt: object.locate(at, 'key'),
          valueAt: span,
          words: SET_WORDS,
        },
        repository,
      ),
    );
  }
  return { layers, findings };
}

/** Those that are not escaped already (`escapeComma`). */
function escapeCommas(text: string): string {
  return text.replace(/(?<!\\)\\*,/g, (match) => (match.length % 2 === 1 ? `\\${match}` : match));
}

function setOfOtherType(value: JsonValue, span: Finding['span']): Finding {
  const isBoolean = typeof value === 'boolean';
  const what = isBoolean
    ? 'a boolean'
    : typeof value === 'number'
      ? 'a decimal'
      : value === null
        ? 'null'
        : kindOf(value);
  return manifestFinding('set-type', 'error', span, {
    problem: `${what} stands in spec.set, which takes strings and whole numbers`,
    why: 'Kubernetes refuses the object.',
    help: isBoolean
      ? `Write "${value}" in quotes: the chart still gets a boolean.`
      : 'Write the value into valuesContent: in quotes the chart would get a string.',
  });
}

function chartVersion(object: ManifestObject): Finding[] {
  const { data } = object;
  const chart = textAt(data, ['spec', 'chart']);
  if (chart === undefined || /\.tgz$|%\{/.test(chart) || textAt(data, ['spec', 'chartContent']) !== undefined)
    return [];
  const version = valueAt(data, VERSION);
  const span =
    version === undefined ? object.locate(['spec', 'chart'], 'value') : object.locate(VERSION, 'value');
  return versionFindings(version, span, { tool: 'k3s', when: 'whenever the object changes' });
}

/** The charts that k3s and RKE2 bring along are in kube-system; a config elsewhere belongs to nothing. */
function strayConfig(object: ManifestObject, name: string, repository: Repository): Finding[] {
  const namespace = textAt(object.data, ['metadata', 'namespace']);
  if (namespace === 'kube-system' || namespace === undefined) return [];
  const chart = repository
    .objects('HelmChart')
    .find(({ data }) => textAt(data, ['metadata', 'name']) === name);
  const there = chart === undefined ? undefined : textAt(chart.data, ['metadata', 'namespace']);
  if (there === undefined && !isPackaged(name)) return [];
  return [
    manifestFinding('other-namespace', 'warning', object.locate(['metadata', 'namespace'], 'value'), {
      problem: `the HelmChart "${name}" is in the namespace ${there ?? 'kube-system'}, and this config in ${namespace}`,
      why: 'A HelmChartConfig counts only for the HelmChart of the same name and namespace, so these values reach nothing.',
      help: `Write namespace: ${there ?? 'kube-system'}.`,
    }),
  ];
}

/** What k3s and RKE2 install by themselves. */
function isPackaged(name: string): boolean {
  return /^rke2-|^(?:traefik|traefik-crd)$/.test(name);
}
