import type { ManifestObject } from '../manifest-object.ts';
import type { Resource } from './resource.ts';

/** A resource of a build as tools see objects. */
export function builtObject({ manifest, files }: Resource): ManifestObject {
  return {
    data: manifest.data,
    locate: (at, part) => manifest.locate(at, part),
    source: manifest.locate([], 'value').source,
    files,
  };
}
