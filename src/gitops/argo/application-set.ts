import { isJsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { releasesOfSpec } from './application.ts';

/**
 * The releases of an ApplicationSet: those of its template, and of the templates that generators lay over it. What generators fill in is not
 * known here.
 */
export function applicationSet(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const api = textAt(object.data, ['apiVersion']) ?? '';
  const name = textAt(object.data, ['metadata', 'name']);
  if (!api.startsWith('argoproj.io/') || name === undefined) return [];
  const context = { kind: 'ApplicationSet', name, repository } as const;
  const specs: ValuesPath[] = [
    ['spec', 'template', 'spec'],
    ...generatorSpecs(object, ['spec', 'generators']),
  ];
  return specs.flatMap((at) => releasesOfSpec(object, at, context));
}

function generatorSpecs(object: ManifestObject, at: ValuesPath): ValuesPath[] {
  const generators = valueAt(object.data, at);
  if (!Array.isArray(generators)) return [];
  return generators.flatMap((generator, i): ValuesPath[] => {
    if (!isJsonObject(generator)) return [];
    return Object.keys(generator).flatMap((kind) => {
      const path = [...at, i, kind];
      const spec = [...path, 'template', 'spec'];
      const below =
        kind === 'matrix' || kind === 'merge' ? generatorSpecs(object, [...path, 'generators']) : [];
      return isJsonObject(valueAt(object.data, spec)) ? [spec, ...below] : below;
    });
  });
}
