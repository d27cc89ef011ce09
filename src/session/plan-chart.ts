import { ChartFinder } from '../chart/chart-finder.ts';
import { setLayer } from '../documents/set-layer.ts';
import { type LoadedFile, SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import { LineIndex } from '../model/line-index.ts';
import type { LintOptions } from '../project/lint-options.ts';

/** One release of a chart that is named outright, with the text of every file it is made of. */
export interface PlannedChart {
  readonly input: ReleaseInput;
  readonly texts: ReadonlyMap<string, string>;
  /** What is wrong with the chart itself: its values.yaml, its schema. */
  readonly findings: readonly Finding[];
}

/** Plans `helm install CHART -f … --set …`. Throws a UsageError for a chart or file that cannot be read. */
export async function planChart(
  files: FileSystem,
  chart: string,
  options: Pick<LintOptions, 'cwd' | 'overlays' | 'sets' | 'helmVersion' | 'settings'>,
): Promise<PlannedChart> {
  const sources = new SourceFiles(options, files);
  const directory = path.resolve(options.cwd, chart);
  if (files.exists(directory) && !files.exists(path.join(directory, 'Chart.yaml'))) {
    throw new UsageError(`"${chart}" has no Chart.yaml; name a chart directory`);
  }
  const found = await new ChartFinder({ ...options, chart }, sources).named(chart);
  const overlays = options.overlays.map((overlay) => {
    const loaded = sources.load(path.resolve(options.cwd, overlay));
    if ('problem' in loaded) throw new UsageError(loaded.problem);
    if (loaded.document === undefined) throw new UsageError(reasonOf(loaded));
    return {
      source: loaded.source,
      label: loaded.source.shown,
      data: loaded.document.data,
      document: loaded.document,
    };
  });
  const { helmVersion } = options;
  const input: ReleaseInput = {
    id: { name: chart },
    name: chart,
    files: overlays.map(({ source }) => source),
    layers: [
      found.defaults,
      ...overlays.map(({ source: _, ...file }) => ({ kind: 'values-file' as const, scope: [], ...file })),
      ...options.sets.map((flag) => setLayer(flag, options, sources)),
    ],
    chart: found.profile,
    detectedBy: 'flag',
    schema: found.schema,
    tree: found.tree,
    context: { cluster: {} },
    ...(helmVersion === undefined ? {} : { helmVersion }),
  };
  return { input, texts: sources.texts, findings: found.findings };
}

/** Why a file cannot be read as values, with the place. */
function reasonOf({ source, text, findings }: LoadedFile): string {
  const error = findings.find(({ severity }) => severity === 'error');
  if (error === undefined) return `"${source.shown}" cannot be read as values`;
  const { line, column } = new LineIndex(text).positionAt(error.span.start);
  return `${source.shown}:${line}:${column}: ${error.message}`;
}
