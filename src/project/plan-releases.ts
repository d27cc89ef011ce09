import type { Stack } from '../config/config.ts';
import type { FileSystem } from '../files/file-system.ts';
import { isAtOrBelow } from '../files/is-at-or-below.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { ReleaseId } from '../model/release-id.ts';
import { configuredStacks } from './configured-stacks.ts';
import { findValuesFiles } from './find-values-files.ts';
import { changedFiles } from './git.ts';
import type { LintOptions } from './lint-options.ts';

/** A release before anything of it is read. Plain data. */
export interface PlannedRelease {
  readonly id: ReleaseId;
  /** Absolute, weakest first; those of the flags come over them. Standard input stands where its file would lie. */
  readonly files: readonly string[];
  readonly stack?: Stack;
  /** Absolute: the folder of a chart that has no values file to find it by. */
  readonly chart?: string;
}

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
  if (stdin !== undefined) return [releaseOf(path.resolve(cwd, stdin.filename))];
  if (isSaidByFlags(options)) return [{ id: { name: options.chart ?? '' }, files: [] }];
  const { files, passedOver, bareCharts, problems } = await findValuesFiles(
    fileSystem,
    inputs.length === 0 ? ['.'] : inputs,
    cwd,
    // What the configuration says a chart for is one.
    (file) => settings?.chart(shownPath(file, cwd)) !== undefined,
  );
  const changed =
    options.changes === undefined ? undefined : new Set(changedFiles(fileSystem, cwd, options.changes));
  const stacks = configuredStacks(options, new Set(files), changed);
  const isIgnored = (file: string): boolean => settings?.isIgnored(shownPath(file, cwd)) === true;
  const inStacks = new Set(stacks.flatMap((stack) => stack.files));
  const isInStack = (input: string): boolean => {
    const root = path.resolve(cwd, input);
    return stacks.some((stack) => stack.files.some((file) => isAtOrBelow(file, root)));
  };
  const empty = problems.filter(({ input }) => !isInStack(input));
  if (empty.length > 0) throw new UsageError(empty.map(({ message }) => message).join('\n'));
  const isLinted = (file: string): boolean => !inStacks.has(file) && !isIgnored(file);
  if (changed === undefined) onPassedOver(passedOver.filter(isLinted));
  return [
    ...files.filter((absolute) => changed?.has(absolute) !== false && isLinted(absolute)).map(releaseOf),
    ...bareCharts
      .filter((folder) => !isIgnored(path.join(folder, 'Chart.yaml')) && isChangedBelow(folder, changed))
      .map((folder) => ({ id: { name: shownPath(folder, cwd) || '.' }, files: [], chart: folder })),
    ...stacks.map(({ stack, files: ofStack }) => ({ id: { name: stack.name }, files: ofStack, stack })),
  ];
}

/** `--chart shop --set replicas=3`: the flags say all that `helm install` would take. */
function isSaidByFlags({ chart, inputs, overlays, sets }: LintOptions): boolean {
  return chart !== undefined && inputs.length === 0 && overlays.length + sets.length > 0;
}

function isChangedBelow(folder: string, changed: ReadonlySet<string> | undefined): boolean {
  return changed === undefined || [...changed].some((file) => isAtOrBelow(file, folder));
}

/** A values file is a release by itself. */
function releaseOf(file: string): PlannedRelease {
  return { id: { source: file }, files: [file] };
}
