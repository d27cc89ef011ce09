import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { UsageError } from '../files/usage-error.ts';
import { isPacked } from '../model/is-packed.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { manifestsAmong } from '../project/manifests-among.ts';
import { placedReason } from './placed-reason.ts';
import type { PlannedChart } from './planned-chart.ts';
import { ReleaseReader } from './release-reader.ts';

/** Plans `helm install CHART -f … --set …`, or the release of a manifest that stands for a chart. Throws a UsageError for a chart or file that cannot be read. */
export async function planChart(
  files: FileSystem,
  chart: string,
  options: Pick<LintOptions, 'cwd' | 'overlays' | 'sets' | 'helmVersion' | 'rendering' | 'settings'>,
): Promise<PlannedChart> {
  const sources = new SourceFiles(options, files);
  const directory = path.resolve(options.cwd, chart);
  const [file = ''] = directory.split('#', 1);
  if (files.kind(file) === 'file' && manifestsAmong(files, [file]).length > 0) {
    return (await import('./plan-manifest.ts')).planManifest(files, chart, options);
  }
  if (!isPacked(directory) && files.exists(directory) && !files.exists(path.join(directory, 'Chart.yaml'))) {
    throw new UsageError(`"${chart}" has no Chart.yaml; name a chart directory`);
  }
  const reader = new ReleaseReader({ ...options, chart, inputs: [], context: { cluster: {} } }, sources);
  const { input, findings } = await reader.read({ id: { name: chart }, files: [] });
  if (input === undefined) {
    const error = findings.find(({ severity }) => severity === 'error');
    throw new UsageError(
      error === undefined ? 'a file cannot be read as values' : placedReason(error, sources.texts),
    );
  }
  return { input: { ...input, name: chart }, texts: sources.texts, findings };
}
