import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A release as somebody else counted it, and how its values are written. */
export interface CountedRelease {
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

/**
 * The releases below a folder as the reader of the reference material counts them, which shares nothing with chartlint. Needs Python with
 * PyYAML; `counter` is its program.
 */
export function countedReleases(counter: string, root: string): CountedRelease[] {
  const { stdout } = spawnSync('python3', [path.resolve(counter), root], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { releases } = JSON.parse(stdout) as { releases: CountedRelease[] };
  return releases.filter(({ kind }) => !NO_RELEASES.has(kind));
}

/** Whether the counter can run here. */
export function canCount(): boolean {
  return spawnSync('python3', ['-c', 'import yaml']).status === 0;
}

/** A HelmRelease without a chart is one as well. */
export function isPatch({ kind, chart }: CountedRelease): boolean {
  const hasChart = chart.chart !== undefined || chart.chartRef !== undefined;
  return kind.startsWith('patch of ') || (kind === 'HelmRelease' && !hasChart);
}
