import { path } from '../../files/path.ts';
import type { Finding } from '../../model/finding.ts';
import { isPacked } from '../../model/is-packed.ts';
import type { Layer } from '../../model/layer.ts';
import type { ChartReference, ChartValuesFile } from '../chart-reference.ts';
import { fileLayer } from '../file-layer.ts';
import { localCharts } from '../local-charts.ts';
import type { OpenSource } from '../manifest-release.ts';
import { missingFile } from '../missing-file.ts';
import type { Repository } from '../repository.ts';

/** What Flux builds into the chart in place of its values.yaml. */
export interface ChartValuesFiles {
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** Absolute. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** The values.yaml of the chart is not among them, so it counts for nothing. */
  readonly withoutDefaults: boolean;
  /** What cannot be read here. */
  readonly open: readonly OpenSource[];
}

/**
 * `valuesFiles` of a chart, one laid over the other (source-controller, internal/helm/chart: `mergeFileValues` from the root of a git
 * repository, `mergeChartValues` from the chart). The values.yaml of the chart at the start of the list are its defaults as ever. Undefined where the
 * chart is not in this repository as a folder: then nothing is known of the files.
 */
export function chartValuesFiles(
  reference: ChartReference | undefined,
  repository: Repository,
): ChartValuesFiles | undefined {
  const named = reference?.valuesFiles ?? [];
  if (reference === undefined || named.length === 0) return undefined;
  const [folder] = localCharts(reference, repository);
  if (folder === undefined) return undefined;
  if (isPacked(folder) && reference.path === undefined) {
    // They lie in the archive.
    const open = named.map(({ name, at }) => ({ at, name }));
    return { layers: [], files: [], findings: [], withoutDefaults: false, open };
  }
  const own = path.join(folder, 'values.yaml');
  const from = reference.path === undefined ? [folder] : repository.roots;
  const found = named.map((one) => ({ one, file: fileOf(one, from, repository) }));
  const keepsDefaults = found[0]?.file === own;
  const read = found
    .slice(keepsDefaults ? 1 : 0)
    .map(({ one, file }) => readFile(one, file, folder, repository));
  return {
    layers: read.flatMap(({ layers }) => layers),
    files: read.flatMap(({ files }) => files),
    findings: read.flatMap(({ findings }) => findings),
    withoutDefaults: !keepsDefaults,
    open: [],
  };
}

/** Where the file lies; undefined when it does not. */
function fileOf(
  { name }: ChartValuesFile,
  from: readonly string[],
  { kind }: Repository,
): string | undefined {
  return from.map((root) => path.join(root, name)).find((file) => kind(file) === 'file');
}

function readFile(
  { name, at, mayBeMissing }: ChartValuesFile,
  file: string | undefined,
  folder: string,
  repository: Repository,
): Pick<ChartValuesFiles, 'layers' | 'files' | 'findings'> {
  if (file === undefined) {
    const missing = (): Finding =>
      missingFile(path.join(repository.roots[0] ?? folder, name), at, repository, {
        why: 'Flux cannot build the chart then, and the release stays as it is.',
        from: 'Paths start at the root of the git repository; in charts from a repository of charts, at the chart.',
      });
    return { layers: [], files: [], findings: mayBeMissing ? [] : [missing()] };
  }
  const { layer, findings = [] } = fileLayer(file, repository) ?? { layer: undefined };
  return { layers: layer === undefined ? [] : [layer], files: [file], findings };
}
