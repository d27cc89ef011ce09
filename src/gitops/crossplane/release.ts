import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import type { ChartReference } from '../chart-reference.ts';
import { anyOf, type FieldTree } from '../field-tree.ts';
import { referencedValues } from '../key-references.ts';
import { mapsAt } from '../kustomize/field-lists.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import { parameterLayer } from '../parameter-layer.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { type FieldWords, unknownFields } from '../unknown-fields.ts';
import { versionFindings } from '../version-findings.ts';
import { withoutName } from '../without-name.ts';

const SET_WORDS = {
  asText: 'Write it under values: quotes in the manifest are gone before the value is read.',
  asTyped:
    'Like --set, it reads only whole numbers, true, false and null as anything but text: write it under values.',
};

const FOR = ['spec', 'forProvider'];
const CHART = [...FOR, 'chart'];
const VALUES = [...FOR, 'values'];

/** apis/…/release/v1beta1/types.go of crossplane-contrib/provider-helm. */
const FIELDS: FieldTree = {
  spec: {
    ...anyOf(
      'connectionDetails deletionPolicy managementPolicies providerConfigRef providerRef publishConnectionDetailsTo rollbackLimit writeConnectionSecretToRef initProvider',
    ),
    forProvider: {
      ...anyOf(
        'namespace skipCreateNamespace wait waitTimeout patchesFrom values skipCRDs insecureSkipTLSVerify plainHTTP',
      ),
      chart: anyOf('repository name version url digest pullSecretRef'),
      valuesFrom: [anyOf('configMapKeyRef secretKeyRef')],
      set: [anyOf('name value valueFrom')],
    },
  },
};

const WORDS: FieldWords = {
  tool: 'Release',
  values: 'spec.forProvider.values',
  why: 'Kubernetes drops the field without a word.',
  instead: {
    'spec.values': 'It belongs under spec.forProvider.',
    'spec.chart': 'It belongs under spec.forProvider.',
    'spec.set': 'It belongs under spec.forProvider.',
    'spec.valuesFrom': 'It belongs under spec.forProvider.',
    'spec.forProvider.chart.values': 'It belongs beside chart, under spec.forProvider.',
    'spec.forProvider.chart.repo': 'It is called repository.',
    'spec.forProvider.valuesObject': 'Crossplane calls it values.',
    'spec.forProvider.parameters': 'Crossplane calls it set.',
  },
};

/** The release of a Crossplane Release: valuesFrom in order, then values, then set (`composeValuesFromSpec` of provider-helm). */
export function crossplaneRelease(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const { data } = object;
  const name = textAt(data, ['metadata', 'name']) ?? textAt(data, ['metadata', 'generateName']);
  if (name === undefined || !/^helm\.(?:m\.)?crossplane\.io\//.test(textAt(data, ['apiVersion']) ?? ''))
    return [];
  const fields = unknownFields(
    { ...object, data: { spec: data.spec ?? null } },
    [],
    FIELDS,
    WORDS,
    chartKeys(chartOf(object), repository),
  );
  const from = referencedValues(object, [...FOR, 'valuesFrom'], repository, {
    tool: 'Crossplane',
    defaultKey: 'values.yaml',
  });
  const set = setLayers(object, repository);
  return [
    {
      kind: 'Release',
      name,
      namespace: textAt(data, ['metadata', 'namespace']),
      targetNamespace: textAt(data, [...FOR, 'namespace']),
      chart: chartOf(object),
      layers: [...from.layers, ...mapLayers(object, VALUES, repository), ...set.layers],
      at: object.locate(['metadata', 'name'], 'value'),
      files: [...new Set([...object.files, ...from.files])],
      open: from.open,
      unknown: set.unknown,
      findings: [...fields, ...from.findings, ...notAMap(object), ...chartVersion(object), ...set.findings],
    },
  ];
}

function chartOf(object: ManifestObject): ChartReference | undefined {
  const { data } = object;
  const url = textAt(data, [...CHART, 'url']);
  const name =
    textAt(data, [...CHART, 'name']) ??
    url
      ?.split('/')
      .at(-1)
      ?.replace(/-v?\d+\.\d+\.\d+.*$/, '');
  if (name === undefined) return undefined;
  const version = textAt(data, [...CHART, 'version']) ?? /-(v?\d+\.\d+\.\d+[^/]*)\.tgz$/.exec(url ?? '')?.[1];
  const repo = textAt(data, [...CHART, 'repository']);
  return {
    name,
    ...(repo === undefined ? {} : { repository: repo }),
    ...(version === undefined ? {} : { version }),
    at: object.locate([...CHART, url === undefined ? 'name' : 'url'], 'value'),
  };
}

function chartVersion(object: ManifestObject): Finding[] {
  const { data } = object;
  const at = [...CHART, 'version'];
  if (
    !isJsonObject(valueAt(data, CHART)) ||
    textAt(data, [...CHART, 'url']) !== undefined ||
    textAt(data, [...CHART, 'digest']) !== undefined
  )
    return [];
  const version = valueAt(data, at);
  // Without a version the provider writes down the newest one at first and keeps it.
  if (version === undefined) return [];
  return versionFindings(version, object.locate(at, 'value'), {
    tool: 'Crossplane',
    when: 'at the next sync',
  });
}

function notAMap(object: ManifestObject): Finding[] {
  const values = valueAt(object.data, VALUES);
  if (values === undefined || values === null || isJsonObject(values)) return [];
  return [
    manifestFinding('values-not-a-map', 'error', object.locate(VALUES, 'value'), {
      problem: `spec.forProvider.values is ${Array.isArray(values) ? 'a list' : 'text'}, and Crossplane needs a map`,
      why: 'The provider cannot read it and installs nothing.',
      help: 'Write the values as YAML below the key, without the "|".',
    }),
  ];
}

/** `set`, each parsed as `--set name=value` without escaping anything. */
function setLayers(
  object: ManifestObject,
  repository: Repository,
): {
  readonly layers: readonly Layer[];
  readonly findings: readonly Finding[];
  readonly unknown: readonly ValuesPath[];
} {
  const layers: Layer[] = [];
  const findings: Finding[] = [];
  const unknown: ValuesPath[] = [];
  for (const { at, map } of mapsAt(object.data, [...FOR, 'set'])) {
    const name = textAt(map, ['name']);
    if (name === undefined) {
      findings.push(withoutName(object, at, map));
      continue;
    }
    if (map.valueFrom !== undefined) {
      unknown.push(parseSetName(name));
      continue;
    }
    const { value } = map;
    const span = object.locate([...at, 'value'], 'value');
    if (value === undefined || value === '' || value === null) {
      findings.push(
        manifestFinding(
          'set-empty',
          'error',
          value === undefined ? object.locate([...at, 'name'], 'value') : span,
          {
            problem: `"${name}" is set to nothing`,
            why: 'The provider takes an empty value for a missing one and installs nothing.',
            help: 'Write it under values instead, where it may be empty, or delete the entry.',
          },
        ),
      );
      continue;
    }
    if (typeof value !== 'string') {
      findings.push(
        manifestFinding('set-type', 'error', span, {
          problem: `the value of "${name}" is ${typeof value === 'object' ? 'no text' : `a ${typeof value}`}, and set takes text`,
          why: 'Kubernetes refuses the object.',
          help:
            typeof value === 'object'
              ? 'Write it under values.'
              : `Write "${String(value)}" in quotes: the chart still gets a ${typeof value}.`,
        }),
      );
      continue;
    }
    const escaped = value.replace(/(?<!\\),/g, '\\,');
    const isSplit = escaped !== value && !/^\{.*\}$/s.test(value);
    if (isSplit) {
      findings.push(
        manifestFinding('set-comma', 'error', span, {
          problem: `the comma in the value of "${name}" starts a new parameter`,
          why: 'Crossplane parses name=value as Helm parses --set: what follows the comma is a key of its own.',
          help: 'Write a backslash in front of the comma, or write the value under values.',
        }),
      );
    }
    layers.push(
      parameterLayer(
        {
          kind: 'set',
          name,
          value: isSplit ? escaped : value,
          nameAt: object.locate([...at, 'name'], 'value'),
          valueAt: span,
          words: SET_WORDS,
        },
        repository,
      ),
    );
  }
  return { layers, findings, unknown };
}
