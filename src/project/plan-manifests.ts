import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import type { ChartReference } from '../gitops/chart-reference.ts';
import { localCharts } from '../gitops/local-charts.ts';
import { openRepository } from '../gitops/open-repository.ts';
import { releasesIn } from '../gitops/releases-in.ts';
import type { LintOptions } from './lint-options.ts';
import { manifestScope } from './manifest-scope.ts';
import type { PlannedRelease } from './planned-release.ts';

/** What is said where something that a manifest names is not here. */
const LACKING: ReadonlySet<string> = new Set(
  [
    'missing-file',
    'missing-key',
    'missing-source',
    'missing-chart',
    'missing-template',
    'generator',
    'patch-matches-nothing',
  ].map((name) => `gitops/${name}`),
);

/** The releases in manifests (absolute), in the order of the files. */
export function planManifests(
  fileSystem: FileSystem,
  manifests: readonly string[],
  options: LintOptions,
): PlannedRelease[] {
  const sources = new SourceFiles(options, fileSystem);
  const repository = openRepository(sources, manifestScope(fileSystem, options));
  const chartFolders = (file: string, chart: ChartReference | undefined): string[] => {
    const { cwd, settings } = options;
    const mapped = [settings?.chart(shownPath(file, cwd)), chart && settings?.chartNamed(chart)];
    const folders = mapped.flatMap((one) =>
      [one?.chart, one?.schema].flatMap((to) =>
        to === undefined ? [] : [path.resolve(settings?.folder ?? cwd, to)],
      ),
    );
    return chart === undefined ? folders : [...folders, ...localCharts(chart, repository)];
  };
  return manifests.flatMap((file): PlannedRelease[] => {
    const releases = releasesIn(file, repository);
    const read = repository.manifest(file);
    // Why it cannot be read has to be said.
    if (
      releases.length === 0 &&
      read !== undefined &&
      read.documents.length === 0 &&
      read.findings.length > 0
    )
      return [{ id: { source: file }, files: [file], manifest: file }];
    return releases.map(({ id, files, chart, findings }) => ({
      id: { source: file, name: id },
      files,
      manifest: file,
      ...(options.changes === undefined
        ? {}
        : {
            chartFolders: chartFolders(file, chart),
            lacks: findings.some(({ rule }) => LACKING.has(rule)),
          }),
    }));
  });
}
