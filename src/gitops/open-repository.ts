import type { LoadedManifest, SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import type { YamlDialect } from '../load/yaml-dialect.ts';
import { patchObjects } from './kustomize/patch-objects.ts';
import { builtObjects, type RootBuild, repositoryBuilds } from './kustomize/repository-builds.ts';
import { localChartsIn } from './local-charts-in.ts';
import { isManifestName } from './may-hold-releases.ts';
import { objectsIn } from './objects-in.ts';
import type { Repository } from './repository.ts';
import { walkManifests } from './walk-manifests.ts';

/** What is looked at: the folder that is searched, and those that paths from the root may start at, the nearest first. */
export interface RepositoryScope {
  readonly folder: string;
  readonly roots: readonly string[];
}

/** A repository over the files of a run. */
export function openRepository(sources: SourceFiles, { folder, roots }: RepositoryScope): Repository {
  const { files } = sources;
  const known = new Map<string, () => unknown>();
  const once = <T>(key: string, load: () => T): T => {
    const ask = known.get(key) ?? files.shared(load);
    known.set(key, ask);
    return ask() as T;
  };
  const texts = new Map<string, string>();
  const repository: Repository = {
    roots,
    helmMajor: sources.helmMajor,
    helmVersion: sources.helmVersion,
    kind: (file) => {
      const kind = files.kind(file);
      return kind === 'file' || kind === 'folder' ? kind : 'none';
    },
    shown: (file) => sources.shown(file),
    manifest: (file, dialect: YamlDialect = 'helm') =>
      once(`${dialect} ${file}`, (): LoadedManifest | undefined => {
        const read = sources.documents(file, dialect);
        if (read !== undefined) texts.set(read.source.id, read.text);
        return read;
      }),
    values: (file) => {
      const loaded = sources.load(file);
      if ('problem' in loaded) return undefined;
      texts.set(loaded.source.id, loaded.text);
      return loaded;
    },
    text: (file) => once(`text ${file}`, () => sources.text(file)),
    textOf: ({ id }) => texts.get(id) ?? '',
    list: (at) =>
      once(`list ${at}`, () => {
        if (files.kind(at) !== 'folder') return [];
        try {
          return files
            .list(at)
            .map(({ name }) => name)
            .sort();
        } catch {
          return [];
        }
      }),
    manifests: () => once('manifests', () => walked().filter((file) => isManifestName(path.basename(file)))),
    built: (file) => once('built', () => builtObjects(builds(), repository)).get(file),
    patches: (file) => once('patches', () => patchObjects(builds())).get(file) ?? [],
    objects: (kind) =>
      once(`objects ${kind}`, () => {
        const word = new RegExp(`kind["']?[ \\t]*:[ \\t]*["']?${kind}\\b`);
        return repository.manifests().flatMap((file) => {
          if (!word.test(repository.text(file) ?? '')) return [];
          const { documents = [] } = repository.manifest(file) ?? {};
          return documents.flatMap((one) => objectsIn(one, file)).filter(({ data }) => data.kind === kind);
        });
      }),
    charts: (name) =>
      once('charts', () => localChartsIn(walked(), repository.text)).filter((one) => one.name === name),
  };
  const builds = (): readonly RootBuild[] => once('builds', () => repositoryBuilds(repository));
  const walked = (): readonly string[] => once('walked', () => walkManifests(files, folder));
  return repository;
}
