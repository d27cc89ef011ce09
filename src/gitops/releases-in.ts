import { path } from '../files/path.ts';
import { GITOPS_TOOLS } from './gitops-tools.ts';
import type { ManifestObject } from './manifest-object.ts';
import type { ManifestRelease } from './manifest-release.ts';
import { objectsIn } from './objects-in.ts';
import type { Repository } from './repository.ts';

/** A release with what tells it apart from the others of its file. */
export interface NamedRelease extends ManifestRelease {
  /** `HelmRelease apps/shop`; with a number behind it where the file says it again. */
  readonly id: string;
}

/** The releases of one file (absolute), in the order in which they are written. */
export function releasesIn(file: string, repository: Repository): NamedRelease[] {
  const read = repository.manifest(file);
  if (read === undefined) return [];
  const name = path.basename(file);
  const found: ManifestRelease[] = [];
  for (const { fileName, ofFile } of GITOPS_TOOLS) {
    if (fileName?.test(name)) found.push(...(ofFile?.(read, repository) ?? []));
  }
  const written = (): ManifestObject[] => read.documents.flatMap((document) => objectsIn(document, file));
  for (const object of repository.built(file) ?? written()) {
    const { kind } = object.data;
    for (const { kinds, ofObject } of GITOPS_TOOLS) {
      if (typeof kind === 'string' && kinds?.includes(kind))
        found.push(...(ofObject?.(object, repository) ?? []));
    }
  }
  return withIds(found);
}

function withIds(releases: readonly ManifestRelease[]): NamedRelease[] {
  const seen = new Map<string, number>();
  return releases.map((release) => {
    const { kind, namespace, name } = release;
    const id = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...release, id: times === 1 ? id : `${id} (${times})` };
  });
}
