import path from 'node:path';
import { SourceFiles } from '../documents/source-files.ts';
import { diskFiles } from '../files/disk-files.ts';
import { openRepository } from '../gitops/open-repository.ts';
import { type NamedRelease, releasesIn } from '../gitops/releases-in.ts';
import type { Repository } from '../gitops/repository.ts';
import type { Layer } from '../model/layer.ts';
import { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';
import { type CountedRelease, isPatch } from './counted-releases.ts';

/** Our releases of a repository, held against counted ones. */
export class CompareReleases {
  readonly #repository: Repository;
  readonly #root: string;
  #patched: ReadonlySet<string> | undefined;
  readonly #known = new Map<string, readonly NamedRelease[]>();

  constructor(root: string) {
    this.#root = root;
    this.#repository = openRepository(new SourceFiles({ cwd: root }, diskFiles), {
      folder: root,
      roots: [root],
    });
  }

  /** What is missing of a counted release; empty when nothing is. */
  missing(one: CountedRelease): string[] {
    const title = `${one.file}:${one.line} ${one.kind} ${one.name}`;
    if (isPatch(one)) return this.#missingPatch(one, title);
    const releases = this.releases(one.file).filter((release) => this.#is(release, one));
    if (releases.length === 0) return [`${title}: not found`];
    return one.values
      .filter((value) => !releases.some((release) => this.#has(release, value, one)))
      .map(({ how, key, line }) => `${title}: ${key} on line ${line} (${how}) is no layer of it`);
  }

  /** A patch counts in the release that it changes, or alone. */
  #missingPatch({ file, path: name, line }: CountedRelease, title: string): string[] {
    const from = path.join(this.#root, name ? path.join(path.dirname(file), name) : file);
    this.#patched ??= new Set(
      this.#repository
        .manifests()
        .flatMap((one) => this.releases(path.relative(this.#root, one)))
        .flatMap(({ files }) => files),
    );
    const isThere = this.#patched.has(from);
    return isThere ? [] : [`${title}: nobody knows the patch on line ${line}`];
  }

  releases(file: string): readonly NamedRelease[] {
    const known = this.#known.get(file) ?? releasesIn(path.join(this.#root, file), this.#repository);
    this.#known.set(file, known);
    return known;
  }

  #is({ kind, name, id }: NamedRelease, one: CountedRelease): boolean {
    if (kind !== one.kind) return false;
    // A template has no name yet.
    if (one.templated === true || one.name === null) return true;
    return name === one.name || name.startsWith(`${one.name} (`) || id.includes(one.name);
  }

  #has(
    { layers, files, findings, unknown = [] }: NamedRelease,
    { how, line, path: named, exists, found, in: holders = [] }: CountedRelease['values'][number],
    { file }: CountedRelease,
  ): boolean {
    const said = findings.some(({ span }) => this.#lineOf(span) === line);
    if (how === 'file') {
      if (exists !== true) return true;
      return said || files.some((one) => one.endsWith(`/${path.basename(named!)}`));
    }
    // A file that is not here: its value is known to be unknown.
    if (how === 'fileParameter' && unknown.length > 0) return true;
    if (how === 'valuesFrom') {
      if (found !== true) return said || unknown.length > 0 || layers.length > 0;
      return said || holders.some((one) => files.includes(path.join(this.#root, one)));
    }
    return said || layers.some((layer) => this.#isWrittenOn(line, path.join(this.#root, file), layer));
  }

  #isWrittenOn(line: number, file: string, { kind, document }: Layer): boolean {
    if (document?.source.id !== file) return false;
    if (kind !== 'values-file') return true;
    return (['key', 'value'] as const).some((part) => this.#lineOf(document.locate([], part)) === line);
  }

  #lineOf({ source, start }: Span): number {
    return new LineIndex(this.#repository.textOf(source)).positionAt(start).line;
  }
}
