import type { FileSystem } from '../files/file-system.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { configuredStacks } from './configured-stacks.ts';
import { findValuesFiles } from './find-values-files.ts';
import { changedFiles } from './git.ts';
import { inChangedChart } from './in-changed-chart.ts';
import type { LintOptions } from './lint-options.ts';
import { manifestsAmong } from './manifests-among.ts';
import type { PlannedRelease } from './planned-release.ts';

/**
 * What a run lints: with a chart and values from flags and no path, that one release; else the values files one by one, the
 * charts without any with what they have, and the stacks of the configuration; a file of a stack is not linted alone as well. `onPassedOver` hears which files look like
 * values and are none. Throws a UsageError for an input that stands for nothing.
 */
export async function planReleases(
  fileSystem: FileSystem,
  options: LintOptions,
  onPassedOver: (files: readonly string[]) => void = () => {},
): Promise<PlannedRelease[]> {
  const { cwd, stdin, inputs, settings } = options;
  if (stdin !== undefined) {
    const file = path.resolve(cwd, stdin.filename);
    const manifests = await releasesInManifests(fileSystem, [file], options);
    return manifests.length > 0 ? manifests : [releaseOf(file)];
  }
  if (isSaidByFlags(options)) return [{ id: { name: options.chart ?? '' }, files: [] }];
  const { files, passedOver, bareCharts, others, problems } = await findValuesFiles(
    fileSystem,
    inputs.length === 0 ? ['.'] : inputs,
    cwd,
    // What the configuration says a chart for is one.
    (file) => settings?.chart(shownPath(file, cwd)) !== undefined,
  );
  const changed = options.changes === undefined ? undefined : new Set(changedFiles(cwd, options.changes));
  const stacks = configuredStacks(options, new Set([...files, ...others, ...passedOver]), changed);
  const isIgnored = (file: string): boolean => settings?.isIgnored(shownPath(file, cwd)) === true;
  const manifests = await releasesInManifests(
    fileSystem,
    others.filter((file) => !isIgnored(file)),
    options,
  );
  const inReleases = new Set([...stacks, ...manifests].flatMap((one) => one.files));
  const isInRelease = (input: string): boolean => {
    const root = path.resolve(cwd, input);
    return [...inReleases].some((file) => isAtOrBelow(file, root));
  };
  const empty = problems.filter(({ input }) => !isInRelease(input));
  const hasFlagsAlone = inputs.length === 0 && options.overlays.length + options.sets.length > 0;
  const more = hasFlagsAlone ? ', or the chart that the flags are for with --chart' : '';
  if (empty.length > 0) throw new UsageError(empty.map(({ message }) => message + more).join('\n'));
  const isLinted = (file: string): boolean => !inReleases.has(file) && !isIgnored(file);
  if (changed === undefined) onPassedOver(passedOver.filter(isLinted));
  const inChanged = changed === undefined ? () => true : inChangedChart(fileSystem, cwd, changed);
  const isMappedToChanged = (file: string): boolean => {
    const mapping = settings?.chart(shownPath(file, cwd));
    return [mapping?.chart, mapping?.schema].some(
      (to) => to !== undefined && isChangedBelow(path.resolve(settings?.folder ?? cwd, to), changed),
    );
  };
  const isConcerned = (file: string): boolean =>
    changed?.has(file) !== false || inChanged(file) || isMappedToChanged(file);
  const isSomethingGone = [...(changed ?? [])].some((file) => !fileSystem.exists(file));
  return [
    ...files.filter((absolute) => isLinted(absolute) && isConcerned(absolute)).map(releaseOf),
    ...bareCharts
      .filter((folder) => !isIgnored(path.join(folder, 'Chart.yaml')) && isChangedBelow(folder, changed))
      .map((folder) => ({ id: { name: shownPath(folder, cwd) || '.' }, files: [], chart: folder })),
    ...manifests.filter((one) => isTouched(one, changed) || (isSomethingGone && one.lacks === true)),
    ...stacks.map(({ stack, files: ofStack }) => ({ id: { name: stack.name }, files: ofStack, stack })),
  ];
}

/** Nothing of manifests is loaded where there are none. */
async function releasesInManifests(
  fileSystem: FileSystem,
  files: readonly string[],
  options: LintOptions,
): Promise<PlannedRelease[]> {
  const manifests = manifestsAmong(fileSystem, files);
  if (manifests.length === 0) return [];
  const { planManifests } = await import('./plan-manifests.ts');
  return planManifests(fileSystem, manifests, options);
}

/** `--chart shop --set replicas=3`: the flags say all that `helm install` would take. */
function isSaidByFlags({ chart, inputs, overlays, sets }: LintOptions): boolean {
  return chart !== undefined && inputs.length === 0 && overlays.length + sets.length > 0;
}

/** Whether something changed of the files that decide about a release in a manifest, or of its chart. */
function isTouched(
  { files, chartFolders = [] }: PlannedRelease,
  changed: ReadonlySet<string> | undefined,
): boolean {
  return (
    changed === undefined ||
    files.some((file) => changed.has(file)) ||
    chartFolders.some((folder) => isChangedBelow(folder, changed))
  );
}

function isChangedBelow(folder: string, changed: ReadonlySet<string> | undefined): boolean {
  return changed === undefined || [...changed].some((file) => isAtOrBelow(file, folder));
}

/** A values file is a release by itself. */
function releaseOf(file: string): PlannedRelease {
  return { id: { source: file }, files: [file] };
}
