import { isJsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ChartReference } from '../chart-reference.ts';
import { inRepository } from '../in-repository.ts';
import { textsAt } from '../kustomize/field-lists.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';

const CHART = ['spec', 'chart', 'spec'];
const CHART_REF = ['spec', 'chartRef'];

/** The chart that a HelmRelease names; undefined without one: then it is a patch of another, or incomplete. */
export function fluxChart(object: ManifestObject, repository: Repository): ChartReference | undefined {
  const { data } = object;
  if (isJsonObject(valueAt(data, CHART_REF))) return byReference(object, repository);
  if (isJsonObject(valueAt(data, CHART))) return byName(object, repository);
  return ofOperator(object, repository);
}

function byName(object: ManifestObject, repository: Repository): ChartReference | undefined {
  const { data } = object;
  const chart = textAt(data, [...CHART, 'chart']);
  const at = object.locate([...CHART, 'chart'], 'value');
  if (chart === undefined) return undefined;
  const kind = textAt(data, [...CHART, 'sourceRef', 'kind']);
  const version = textAt(data, [...CHART, 'version']);
  const common = { at, ...valuesFilesOf(object, CHART) };
  if (kind === 'GitRepository' || kind === 'Bucket') return { ...common, ...inRepository(chart, repository) };
  const source = sourceObject(object, [...CHART, 'sourceRef'], repository);
  const url = textAt(data, [...CHART, 'url']) ?? (source && textAt(source.data, ['spec', 'url']));
  return {
    ...common,
    name: chart,
    ...(url === undefined ? {} : { repository: url }),
    ...(version === undefined ? {} : { version }),
  };
}

function byReference(object: ManifestObject, repository: Repository): ChartReference | undefined {
  const at = object.locate([...CHART_REF, 'name'], 'value');
  const source = sourceObject(object, CHART_REF, repository);
  const name = textAt(object.data, [...CHART_REF, 'name']);
  if (name === undefined) return undefined;
  if (source === undefined) return { name, at };
  if (source.data.kind === 'HelmChart') {
    const chart = textAt(source.data, ['spec', 'chart']) ?? name;
    const common = { at, ...valuesFilesOf(source, ['spec']) };
    if (textAt(source.data, ['spec', 'sourceRef', 'kind']) === 'GitRepository')
      return { ...common, ...inRepository(chart, repository) };
    const version = textAt(source.data, ['spec', 'version']);
    return { ...common, name: chart, ...(version === undefined ? {} : { version }) };
  }
  const url = textAt(source.data, ['spec', 'url']);
  const version =
    textAt(source.data, ['spec', 'ref', 'tag']) ?? textAt(source.data, ['spec', 'ref', 'semver']);
  return {
    at,
    name: url?.split('/').at(-1) ?? name,
    ...(url === undefined ? {} : { repository: url }),
    ...(version === undefined ? {} : { version }),
  };
}

/** helm.fluxcd.io/v1 and older: `spec.chart` is a repository, name and version, or git and path. */
function ofOperator(object: ManifestObject, repository: Repository): ChartReference | undefined {
  const { data } = object;
  const git = textAt(data, ['spec', 'chart', 'path']);
  if (git !== undefined)
    return { at: object.locate(['spec', 'chart', 'path'], 'value'), ...inRepository(git, repository) };
  const name = textAt(data, ['spec', 'chart', 'name']);
  if (name === undefined) return undefined;
  const url = textAt(data, ['spec', 'chart', 'repository']);
  const version = textAt(data, ['spec', 'chart', 'version']);
  return {
    at: object.locate(['spec', 'chart', 'name'], 'value'),
    name,
    ...(url === undefined ? {} : { repository: url }),
    ...(version === undefined ? {} : { version }),
  };
}

/** The values files beside the name of a chart. */
function valuesFilesOf(object: ManifestObject, at: ValuesPath): Pick<ChartReference, 'valuesFiles'> {
  const mayBeMissing = valueAt(object.data, [...at, 'ignoreMissingValuesFiles']) === true;
  const files = textsAt(object.data, [...at, 'valuesFiles']);
  if (files.length === 0) return {};
  return {
    valuesFiles: files.map(({ at: place, text }) => ({
      name: text,
      at: object.locate(place, 'value'),
      mayBeMissing,
    })),
  };
}

/** The object of Flux' source-controller that a reference names. */
function sourceObject(
  object: ManifestObject,
  at: ValuesPath,
  repository: Repository,
): ManifestObject | undefined {
  const kind = textAt(object.data, [...at, 'kind']) ?? 'HelmRepository';
  const name = textAt(object.data, [...at, 'name']);
  const namespace =
    textAt(object.data, [...at, 'namespace']) ?? textAt(object.data, ['metadata', 'namespace']);
  const called = repository.objects(kind).filter(({ data }) => textAt(data, ['metadata', 'name']) === name);
  const there = called.find(({ data }) => textAt(data, ['metadata', 'namespace']) === namespace);
  return there ?? (called.length === 1 ? called[0] : undefined);
}
