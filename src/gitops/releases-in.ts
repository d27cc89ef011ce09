import { path } from '../files/path.ts';
import { isBlanked, showBlanked } from '../model/blanked-text.ts';
import type { Span } from '../model/span.ts';
import { GITOPS_TOOLS } from './gitops-tools.ts';
import type { ManifestObject } from './manifest-object.ts';
import type { ManifestRelease } from './manifest-release.ts';
import { strayValues, withTextName } from './object-findings.ts';
import { objectsIn } from './objects-in.ts';
import type { Repository } from './repository.ts';
import { textPaths } from './text-paths.ts';

/** A release with what tells it apart from the others of its file. */
export interface NamedRelease extends ManifestRelease {
  /** `HelmRelease apps/shop`, with the folder that builds it where several do; with a number behind it where the file says it again. */
  readonly id: string;
}

/** The releases of one file (absolute), tool by tool in the order in which they are written. */
export function releasesIn(file: string, repository: Repository): NamedRelease[] {
  const name = path.basename(file);
  const text = repository.text(file) ?? '';
  return withIds(
    repository,
    GITOPS_TOOLS.flatMap(({ fileName, ofFile, kinds = [], ofObject, dialect }): readonly BuiltRelease[] => {
      const isFile = fileName?.test(name) === true && ofFile !== undefined;
      const isObject = ofObject !== undefined && kinds.some((kind) => hasKind(text, kind));
      const read = isFile || isObject ? repository.manifest(file, dialect) : undefined;
      if (read === undefined) return [];
      const written = (): ManifestObject[] => read.documents.flatMap((document) => objectsIn(document, file));
      const objects = isObject ? [...(repository.built(file) ?? written()), ...repository.patches(file)] : [];
      return [
        ...(isFile ? ofFile(read, repository) : []),
        ...objects
          .filter(({ data }) => kinds.includes(String(data.kind)))
          .flatMap((one) => {
            const named = withTextName(one, (span) => textOf(span, repository));
            const findings = [...named.findings, ...strayValues(one), ...(one.findings ?? [])];
            return withBuild(ofObject!(named.object, repository), { ...one, findings });
          }),
      ];
    }),
  );
}

function textOf({ source, start, end }: Span, repository: Repository): string {
  return repository.textOf(source).slice(start, end);
}

/** With the build that makes the object, and what is wrong with that. */
function withBuild(
  releases: readonly ManifestRelease[],
  { findings = [], root, isPatch = false }: ManifestObject,
): readonly BuiltRelease[] {
  return releases.map((release) => {
    const { kind, chart } = release;
    // Of a patch alone, only what is wrong with its texts is known to be wrong.
    const own = release.findings.filter(({ rule }) => !isPatch || !rule.startsWith('gitops/'));
    const patch = isPatch ? { kind: `patch of ${kind}`, chart: undefined, isPatch } : { kind, chart };
    return { ...release, ...patch, root, findings: [...findings, ...own] };
  });
}

function hasKind(text: string, kind: string): boolean {
  return new RegExp(`kind["']?[ \\t]*:[ \\t]*["']?${kind}\\b`).test(text);
}

interface BuiltRelease extends ManifestRelease {
  readonly root?: string | undefined;
}

/** What several kustomizations build of one file is told apart by their folders. */
function withIds(repository: Repository, releases: readonly BuiltRelease[]): NamedRelease[] {
  const called = releases.map(({ kind, namespace, name }) =>
    showBlanked(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`),
  );
  const seen = new Map<string, number>();
  return releases.map(({ root, ...release }, i) => {
    const base = called[i]!;
    const isShared = called.indexOf(base) !== called.lastIndexOf(base);
    const name = isShared && root !== undefined ? `${base} in ${repository.shown(root)}` : base;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const unknown = [...(release.unknown ?? []), ...textPaths(release.layers, isBlanked)];
    return { ...release, unknown, id: times === 1 ? name : `${name} (${times})` };
  });
}
