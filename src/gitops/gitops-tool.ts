import type { LoadedManifest } from '../documents/source-files.ts';
import type { YamlDialect } from '../load/yaml-dialect.ts';
import type { ManifestObject } from './manifest-object.ts';
import type { ManifestRelease } from './manifest-release.ts';
import type { Repository } from './repository.ts';

/** What a tool makes of manifests. Either of the two functions, or both. */
export interface GitopsTool {
  /** As `chartlint` names it in summaries: `Flux`. */
  readonly name: string;
  /** Who reads its manifests; Helm's reader by default. */
  readonly dialect?: YamlDialect;
  /** The kinds of objects that `ofObject` knows. */
  readonly kinds?: readonly string[];
  /** The releases that one object is, none when it is another object of the same kind. */
  readonly ofObject?: (object: ManifestObject, repository: Repository) => readonly ManifestRelease[];
  /** Whether a file of that name is for `ofFile`; its text is looked at before. */
  readonly fileName?: RegExp;
  /** The releases in a file that is no object of Kubernetes (helmfile.yaml, fleet.yaml). */
  readonly ofFile?: (file: LoadedManifest, repository: Repository) => readonly ManifestRelease[];
}
