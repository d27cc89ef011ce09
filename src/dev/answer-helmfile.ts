import { SourceFiles } from '../documents/source-files.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { openRepository } from '../gitops/open-repository.ts';
import type { NamedRelease } from '../gitops/releases-in.ts';
import { releasesIn } from '../gitops/releases-in.ts';
import { loadValues } from '../load/load-values.ts';
import { mergeLayers } from '../merge/merge-layers.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { fileSource } from '../model/source.ts';
import { CHART_VALUES, type HelmfileCase } from './helmfile-case.ts';

/** What the chart gets by our reading of a helmfile, with the release itself. */
export interface HelmfileAnswer {
  /** `error` where helmfile stops, or the Helm that it runs. */
  readonly values: JsonObject | 'error';
  readonly release: NamedRelease;
}

/** Reads a case with our own code, as `helmVersion` merges. The files of the chart are not among those of the case. */
export function answerHelmfile(
  { files, file, environment }: HelmfileCase,
  helmVersion: string,
): HelmfileAnswer {
  const all = memoryFiles(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const repository = openRepository(new SourceFiles({ cwd: '/', helmVersion }, all), {
    folder: '/',
    roots: ['/'],
  });
  const releases = releasesIn(`/${file}`, repository);
  const release = releases.find(({ name }) => name.endsWith(`(${environment})`)) ?? releases[0];
  if (release === undefined) throw new Error('no release');
  const { document } = loadValues(fileSource('values.yaml'), CHART_VALUES, {
    helmMajor: Number(helmVersion.split('.')[0]),
  });
  const defaults: Layer = { kind: 'chart-defaults', label: '', data: document!.data, scope: [] };
  const { data, problems } = mergeLayers([defaults, ...release.layers], { helmVersion });
  // Of a later document helmfile drops the values and goes on.
  const stops =
    problems.some(({ refused }) => refused) ||
    release.findings.some(({ rule, severity }) => severity === 'error' && rule !== 'yaml/several-documents');
  return { values: stops ? 'error' : data, release };
}
