import { path as paths } from '../../files/path.ts';
import { isJsonObject } from '../../model/json-value.ts';
import type { Placed } from '../../model/placed.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { Repository } from '../repository.ts';

/** A field of `helm`, in the manifest or in a file that overrides it. */
export interface HelmField {
  readonly of: Placed;
  readonly at: ValuesPath;
}

/** Where each field of `source.helm` comes from. */
export interface EffectiveHelm {
  /** Undefined when nobody sets it. */
  field(name: string): HelmField | undefined;
  /** The files that override the manifest, absolute. */
  readonly files: readonly string[];
}

/**
 * `source.helm` of a manifest with what `.argocd-source.yaml` and `.argocd-source-<app>.yaml` beside the chart say instead
 * (`mergeSourceParameters` in reposerver/repository/repository.go). `folder` is where the chart lies, absolute.
 */
export function effectiveHelm(
  object: ManifestObject,
  at: ValuesPath,
  app: string,
  folder: string | undefined,
  repository: Repository,
): EffectiveHelm {
  const holders: { readonly of: Placed; readonly at: ValuesPath }[] = [{ of: object, at }];
  const files: string[] = [];
  for (const name of folder === undefined ? [] : ['.argocd-source.yaml', `.argocd-source-${app}.yaml`]) {
    const file = paths.join(folder!, name);
    const document = repository.kind(file) === 'file' ? repository.manifest(file)?.documents[0] : undefined;
    if (document === undefined || !isJsonObject(valueAt(document.data, ['helm']))) continue;
    files.push(file);
    holders.push({ of: document, at: ['helm'] });
  }
  return {
    files,
    field: (name) => {
      const holder = holders.findLast(
        ({ of, at: place }) => valueAt(of.data, [...place, name]) !== undefined,
      );
      return holder && { of: holder.of, at: [...holder.at, name] };
    },
  };
}
