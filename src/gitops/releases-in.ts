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

/** The releases of one file (absolute), tool by tool in the order in which they are written. */
export function releasesIn(file: string, repository: Repository): NamedRelease[] {
  const name = path.basename(file);
  const text = repository.text(file) ?? '';
  return withIds(
    GITOPS_TOOLS.flatMap(
      ({ fileName, ofFile, kinds = [], ofObject, dialect }): readonly ManifestRelease[] => {
        const isFile = fileName?.test(name) === true && ofFile !== undefined;
        const isObject = ofObject !== undefined && kinds.some((kind) => hasKind(text, kind));
        const read = isFile || isObject ? repository.manifest(file, dialect) : undefined;
        if (read === undefined) return [];
        const written = (): ManifestObject[] =>
          read.documents.flatMap((document) => objectsIn(document, file));
        const objects = isObject ? (repository.built(file) ?? written()) : [];
        return [
          ...(isFile ? ofFile(read, repository) : []),
          ...objects
            .filter(({ data }) => kinds.includes(String(data.kind)))
            .flatMap((one) => withBuild(ofObject!(one, repository), one)),
        ];
      },
    ),
  );
}

/** With what is wrong with the build that makes the object. */
function withBuild(
  releases: readonly ManifestRelease[],
  { findings = [] }: ManifestObject,
): readonly ManifestRelease[] {
  if (findings.length === 0) return releases;
  return releases.map((release) => ({ ...release, findings: [...findings, ...release.findings] }));
}

function hasKind(text: string, kind: string): boolean {
  return new RegExp(`kind["']?[ \\t]*:[ \\t]*["']?${kind}\\b`).test(text);
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
