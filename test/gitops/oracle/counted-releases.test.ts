import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../../src/documents/source-files.ts';
import { diskFiles } from '../../../src/files/disk-files.ts';
import { openRepository } from '../../../src/gitops/open-repository.ts';
import { type NamedRelease, releasesIn } from '../../../src/gitops/releases-in.ts';
import type { Repository } from '../../../src/gitops/repository.ts';
import type { Layer } from '../../../src/model/layer.ts';
import { LineIndex } from '../../../src/model/line-index.ts';
import type { Span } from '../../../src/model/span.ts';
import { corpusRoot, corpusTitle, sharedFolder } from '../../load/shared-corpus.ts';

/** A release as somebody else counted it, and how its values are written. */
interface Counted {
  readonly file: string;
  readonly kind: string;
  readonly name: string | null;
  readonly line: number;
  readonly path?: string | null;
  readonly templated?: boolean;
  readonly chart: { readonly chart?: string; readonly chartRef?: string };
  readonly values: readonly {
    readonly how: string;
    readonly key: string;
    readonly line: number;
    readonly path?: string;
    readonly exists?: boolean | null;
    readonly found?: boolean;
    readonly in?: readonly string[];
  }[];
}

/** What `argocd`, `helmfile list` and Helm do not install: counted, and no release. */
const NO_RELEASES = new Set([
  // Neither a chart nor anything of Helm is named; the folder may hold plain manifests.
  'Application without Helm',
  'ApplicationSet without Helm',
  // `helmfile list` knows releases only. What inherits it is counted by itself.
  'helmfile template',
]);

const oracle = sharedFolder('oracle');
const python = spawnSync('python3', ['-c', 'import yaml']).status === 0;
const gitops = corpusRoot && oracle && python ? path.join(corpusRoot, 'gitops') : undefined;
const repositories =
  gitops === undefined
    ? []
    : readdirSync(gitops, { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => name);

function counted(root: string): Counted[] {
  const { stdout } = spawnSync('python3', [path.join(oracle!, 'count.py'), root], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout).releases;
}

/** A HelmRelease without a chart is one as well. */
function isPatch({ kind, chart }: Counted): boolean {
  const hasChart = chart.chart !== undefined || chart.chartRef !== undefined;
  return kind.startsWith('patch of ') || (kind === 'HelmRelease' && !hasChart);
}

class Judged {
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
  missing(one: Counted): string[] {
    const title = `${one.file}:${one.line} ${one.kind} ${one.name}`;
    if (isPatch(one)) return this.#missingPatch(one, title);
    const releases = this.releases(one.file).filter((release) => this.#is(release, one));
    if (releases.length === 0) return [`${title}: not found`];
    return one.values
      .filter((value) => !releases.some((release) => this.#has(release, value, one)))
      .map(({ how, key, line }) => `${title}: ${key} on line ${line} (${how}) is no layer of it`);
  }

  /** A patch counts in the release that it changes, or alone. */
  #missingPatch({ file, path: name, line }: Counted, title: string): string[] {
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

  #is({ kind, name, id }: NamedRelease, one: Counted): boolean {
    if (kind !== one.kind) return false;
    // A template has no name yet.
    if (one.templated === true || one.name === null) return true;
    return name === one.name || name.startsWith(`${one.name} (`) || id.includes(one.name);
  }

  #has(
    { layers, files, findings, unknown = [] }: NamedRelease,
    { how, line, path: named, exists, found, in: holders = [] }: Counted['values'][number],
    { file }: Counted,
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

describe('releases that an independent reader counts', () => {
  it.runIf(gitops !== undefined).each(repositories)(corpusTitle('%s', gitops), (name) => {
    const root = path.join(gitops!, name);
    const judged = new Judged(root);
    const all = counted(root);
    const releases = all.filter(({ kind }) => !NO_RELEASES.has(kind));
    expect(all.length).toBeGreaterThan(0);
    expect(releases.flatMap((one) => judged.missing(one))).toEqual([]);
    // No two of them are one of ours.
    for (const file of new Set(releases.map((one) => one.file))) {
      const own = releases.filter((one) => one.file === file && !isPatch(one));
      expect(judged.releases(file).length, file).toBeGreaterThanOrEqual(own.length);
    }
  });
});
