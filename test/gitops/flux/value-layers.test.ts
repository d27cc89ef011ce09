import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../../src/documents/source-files.ts';
import { memoryFiles } from '../../../src/files/memory-files.ts';
import { openRepository } from '../../../src/gitops/open-repository.ts';
import { releasesIn } from '../../../src/gitops/releases-in.ts';
import { Draft } from '../../../src/merge/draft.ts';
import { inHelmsOrder, userValues } from '../../../src/merge/user-values.ts';
import { FLUX_CASES, type FluxCase } from '../flux-cases.ts';

/** What helm-controller's own code answered; `src/dev/record-flux.ts` records it anew. */
const recorded: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../../fixtures/gitops/flux-answers.json', import.meta.url), 'utf8'),
);

/** The values that Helm gets, or `error` where Flux installs nothing. JSON is YAML that no two readers differ about. */
function valuesOf({ values, refs, maps }: FluxCase): unknown {
  const release = {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: 'web', namespace: 'apps' },
    spec: { values, valuesFrom: refs },
  };
  const sources = Object.entries(maps).flatMap(([name, data]) =>
    refs
      .filter((ref) => ref.name === name)
      .map(({ kind }) => ({
        apiVersion: 'v1',
        kind,
        metadata: { name, namespace: 'apps' },
        [kind === 'Secret' ? 'stringData' : 'data']: data,
      })),
  );
  const text = [release, ...sources].map((one) => `${JSON.stringify(one)}\n`).join('---\n');
  const files = memoryFiles([['/release.yaml', text.replaceAll('"kind":"', '"kind": "')]]);
  const repository = openRepository(new SourceFiles({ cwd: '/' }, files), { folder: '/', roots: ['/'] });
  const [found] = releasesIn('/release.yaml', repository);
  // Of a later document Flux drops the values and installs the rest.
  const stops = found!.findings.filter(({ rule }) => rule !== 'gitops/later-document');
  if (stops.some(({ severity }) => severity === 'error')) return 'error';
  return userValues(new Draft(), inHelmsOrder(found!.layers), undefined).data;
}

describe('values of a HelmRelease', () => {
  it.each(FLUX_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded[name]).toBeDefined();
    expect(valuesOf(one)).toEqual(recorded[name]);
  });
});
