import { SourceFiles } from '../documents/source-files.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { openRepository } from '../gitops/open-repository.ts';
import { releasesIn } from '../gitops/releases-in.ts';
import { Draft } from '../merge/draft.ts';
import { inHelmsOrder, userValues } from '../merge/user-values.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { FluxCase } from './flux-case.ts';

/** The values that Helm gets of a case, or `error` where Flux installs nothing. JSON is YAML that no two readers differ about. */
export function answerFlux({ values, refs, maps }: FluxCase): JsonObject | 'error' {
  const release = {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: 'web', namespace: 'apps' },
    spec: { values, valuesFrom: refs },
  };
  const sources = Object.entries(maps).flatMap(([name, data]) =>
    [...new Set(refs.flatMap((ref) => (ref.name === name ? [ref.kind] : [])))].map((kind) => ({
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
