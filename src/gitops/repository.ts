import type { LoadedFile, LoadedManifest } from '../documents/source-files.ts';
import type { YamlDialect } from '../load/yaml-dialect.ts';
import type { Source } from '../model/source.ts';
import type { ManifestObject } from './manifest-object.ts';

/** What releases in manifests may ask about the files around them. Paths are absolute; everything is read once, when it is asked for. */
export interface Repository {
  /** Folders that paths "from the root" may start at: the working directory, then those around it up to the root of the git repository. */
  readonly roots: readonly string[];
  readonly helmMajor: number | undefined;
  readonly helmVersion: string | undefined;
  kind(file: string): 'file' | 'folder' | 'none';
  /** A file as a report shows it. */
  shown(file: string): string;
  /** A file as documents; undefined when it cannot be read at all. */
  manifest(file: string, dialect?: YamlDialect): LoadedManifest | undefined;
  /** A file as values of Helm; undefined when it cannot be read at all. */
  values(file: string): LoadedFile | undefined;
  /** What a file holds; undefined when it cannot be read. */
  text(file: string): string | undefined;
  /** The text that spans of a source point into. */
  textOf(source: Source): string;
  /** Names of the files and folders in a folder, sorted; none when it cannot be listed. */
  list(folder: string): readonly string[];
  /** Every file that may be a manifest by its name, in order. */
  manifests(): readonly string[];
  /** What kustomizations make of the objects of a file, once for each that is built by itself; undefined when none takes the file in. */
  built(file: string): readonly ManifestObject[] | undefined;
  /** Patches of releases in a file that no kustomization lays over anything that is here. */
  patches(file: string): readonly ManifestObject[];
  /** The objects of a kind in all manifests of the repository, as they are written. */
  objects(kind: string): readonly ManifestObject[];
  /** The charts of a name that lie in the repository, in folders or packed as `name-version.tgz`. */
  charts(name: string): readonly LocalChart[];
}

/** A chart in the repository. */
export interface LocalChart {
  /** Absolute: the folder with its Chart.yaml, or the archive. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}
