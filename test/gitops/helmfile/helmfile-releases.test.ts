import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../../src/documents/source-files.ts';
import { memoryFiles } from '../../../src/files/memory-files.ts';
import { openRepository } from '../../../src/gitops/open-repository.ts';
import { releasesIn } from '../../../src/gitops/releases-in.ts';
import { loadValues } from '../../../src/load/load-values.ts';
import { mergeLayers } from '../../../src/merge/merge-layers.ts';
import type { Layer } from '../../../src/model/layer.ts';
import { fileSource } from '../../../src/model/source.ts';
import { CHART_VALUES, HELMFILE_CASES, type HelmfileCase } from '../helmfile-cases.ts';

/** What charts got from the real helmfile; `src/dev/record-helmfile.ts` records it anew. */
const recorded: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/gitops/helmfile-answers.json', import.meta.url), 'utf8'),
);
/** Of the Helm that helmfile ran. */
const HELM = '3.21.4';

/** What the chart gets by our reading of the helmfile. */
function valuesOf({ files, file, environment }: HelmfileCase): unknown {
  const all = memoryFiles(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const repository = openRepository(new SourceFiles({ cwd: '/', helmVersion: HELM }, all), {
    folder: '/',
    roots: ['/'],
  });
  const releases = releasesIn(`/${file}`, repository);
  const release = releases.find(({ name }) => environment === undefined || name.endsWith(`(${environment})`));
  const { document } = loadValues(fileSource('values.yaml'), CHART_VALUES, { helmMajor: 3 });
  const defaults: Layer = {
    kind: 'chart-defaults',
    label: '',
    data: document!.data,
    scope: [],
  };
  return mergeLayers([defaults, ...release!.layers], { helmVersion: HELM }).data;
}

describe('what a chart gets from a helmfile', () => {
  it.each(HELMFILE_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded[name]).toBeDefined();
    expect(valuesOf(one)).toEqual(recorded[name]);
  });
});
