import type { ConfigEntry, ConfigSource } from '../config-source.ts';
import { configSource } from '../config-sources.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { builtObject } from './built-object.ts';
import type { KustomizeBuild } from './kustomize-build.ts';
import { type Resource, resourceId } from './resource.ts';

/** Where a nameReference has the name of a generated ConfigMap or Secret put in for Flux. */
const PUT_IN = /^(\w+) (?:HelmRelease|\*) spec\/valuesFrom\/name$/;

/** The ConfigMaps and Secrets of a build, those of generators with the files that they take in. */
export function builtConfigs(
  { resources, nameReferences }: KustomizeBuild,
  repository: Repository,
): ConfigSource[] {
  const putIn = new Set(Array.from(nameReferences, (one) => PUT_IN.exec(one)?.[1]));
  return resources.flatMap((resource): ConfigSource[] => {
    const source = configSource(builtObject(resource));
    if (source === undefined) return [];
    const { generated, manifest } = resource;
    if (generated === undefined) return [source];
    const isHashed = generated.hashed && !putIn.has(resourceId(manifest).kind);
    return [{ ...source, entries: withFiles(source, resource, repository), isHashed }];
  });
}

/** What a generator takes from a file is that file; the data of a Secret that it makes is text here, not base64. */
function withFiles(
  { entries }: ConfigSource,
  { generated, manifest }: Resource,
  repository: Repository,
): Map<string, ConfigEntry> {
  const all = new Map<string, ConfigEntry>();
  for (const [key, { at, placed }] of entries ?? []) {
    const file = generated?.files.get(key);
    const text = file === undefined ? textAt(manifest.data, ['data', key]) : repository.text(file);
    all.set(key, { at, text, ...(file === undefined ? placed && { placed } : { file }) });
  }
  return all;
}
