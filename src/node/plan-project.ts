import path from 'node:path';
import type { Stack } from '../config/config.ts';
import { mergeContexts } from '../config/file-settings.ts';
import type { Project } from '../lint/lint-project.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import { ChartFinder, type FoundChart } from './chart-finder.ts';
import { configuredStacks, isAtOrBelow } from './configured-stacks.ts';
import { findValuesFiles } from './find-values-files.ts';
import { changedFiles } from './git.ts';
import { type LintOptions, UsageError } from './lint-options.ts';
import { files as fileSystem } from './observed-files.ts';
import type { KnownRelease, ReleaseCache } from './release-cache.ts';
import { setLayer } from './set-layer.ts';
import { shownPath } from './shown-path.ts';
import { type LoadedFile, SourceFiles } from './source-files.ts';

/** A project but for what the configuration decides. */
export interface PlannedProject extends Omit<Project, 'policy' | 'baseline'> {
  /** Where each file lies, absolute, by its name in spans; standard input and flags lie nowhere. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Finds the files, reads them, finds their charts: everything up to the point where the pure pipeline takes over. `texts`
 * take the place of what files hold, by their names in spans. Releases that `cache` knows are not planned again.
 */
export async function planProject(
  options: LintOptions,
  texts?: ReadonlyMap<string, string>,
  cache?: ReleaseCache,
): Promise<PlannedProject> {
  const sources = new SourceFiles(options, texts);
  const charts = new ChartFinder(options, sources);
  cache?.begin(sources);
  const findings: Finding[] = [];
  const releases: ReleaseInput[] = [];
  const overlays = (): LoadedFile[] =>
    options.overlays.map((overlay) => readable(sources, path.resolve(options.cwd, overlay)));
  overlays();
  const flags = fileSystem().shared(() => options.sets.map((flag) => setLayer(flag, options, sources)));
  const planned = async (one: PlannedRelease): Promise<ReleasePlan> => {
    const own = one.load();
    const all = [...own, ...overlays()];
    const reading = all.flatMap((file) => file.findings);
    if (all.some(({ document }) => document === undefined)) return { input: undefined, reading };
    const { chart, detectedBy } = await one.find();
    reading.push(...(chart?.findings ?? []));
    const [first] = own;
    if (chart === undefined && first !== undefined && Object.keys(first.document?.data ?? {}).length > 0) {
      reading.push(chartUnknown(first));
    }
    const input: ReleaseInput = {
      name: one.stack?.name ?? all.at(-1)?.file ?? '',
      ...(one.stack === undefined ? {} : { stack: one.stack.name }),
      files: all.map(({ file }) => file),
      layers: [
        ...layersOf(chart?.defaults, all),
        ...(one.stack?.set ?? []).map((text) => setLayer({ kind: 'set', text }, options, sources)),
        ...flags(),
      ],
      chart: chart?.profile,
      detectedBy,
      schema: chart?.schema,
      tree: chart?.tree,
      context: contextOf(options, own),
      ...(options.helmVersion === undefined ? {} : { helmVersion: options.helmVersion }),
    };
    return { input, reading };
  };
  for (const one of await plannedReleases(options, sources, charts, cache)) {
    const plan = (): Promise<ReleasePlan> => planned(one);
    const { input, reading } = one.known ?? (await (cache?.plan(one.stack?.name, one.files, plan) ?? plan()));
    findings.push(...reading);
    if (input !== undefined) releases.push(input);
  }
  return {
    releases,
    findings,
    sources: sources.texts,
    comments: sources.comments,
    files: sources.fileCount,
    paths: sources.paths,
  };
}

/** A release before the flags come into it. */
interface PlannedRelease {
  /** Absolute, weakest first; those of the flags come over them. */
  readonly files: readonly string[];
  readonly stack?: Stack;
  /** The files, loaded. */
  load(): LoadedFile[];
  find(): Promise<FoundChart>;
  /** What an earlier run found in it, if nothing of it changed. */
  readonly known?: KnownRelease | undefined;
}

/** The release, if its files can be read as values, and what reading them found. */
interface ReleasePlan {
  readonly input: ReleaseInput | undefined;
  readonly reading: readonly Finding[];
}

/** The values files one by one, then the stacks of the configuration; a file of a stack is not linted alone as well. */
async function plannedReleases(
  options: LintOptions,
  sources: SourceFiles,
  charts: ChartFinder,
  cache: ReleaseCache | undefined,
): Promise<PlannedRelease[]> {
  const { cwd, stdin, inputs, settings } = options;
  if (stdin !== undefined) {
    const file = sources.add(stdin.filename, stdin.text);
    const absolute = path.resolve(cwd, stdin.filename);
    return [{ files: [absolute], load: () => [file], find: () => charts.find(file, absolute) }];
  }
  const planned = (
    absolute: readonly string[],
    source: string,
    find: (loaded: readonly LoadedFile[]) => Promise<FoundChart>,
    stack?: Stack,
  ): PlannedRelease => {
    const known = cache?.known(stack?.name, absolute);
    const load = (): LoadedFile[] => absolute.map((file) => readable(sources, file, source));
    // Before the charts, so that a file that cannot be read is the first that is said.
    if (known === undefined) load();
    return {
      files: absolute,
      ...(stack === undefined ? {} : { stack }),
      load,
      find: () => find(load()),
      known,
    };
  };
  const { files, problems } = await findValuesFiles(inputs.length === 0 ? ['.'] : inputs, cwd);
  const changed = options.changes === undefined ? undefined : new Set(changedFiles(cwd, options.changes));
  const stacks = configuredStacks(options, new Set(files), changed);
  const inStacks = new Set(stacks.flatMap((stack) => stack.files));
  const isInStack = (input: string): boolean => {
    const root = path.resolve(cwd, input);
    return stacks.some((stack) => stack.files.some((file) => isAtOrBelow(file, root)));
  };
  const empty = problems.filter(({ input }) => !isInStack(input));
  if (empty.length > 0) throw new UsageError(empty.map(({ message }) => message).join('\n'));
  return [
    ...files
      .filter((absolute) => changed?.has(absolute) !== false && !inStacks.has(absolute))
      .filter((absolute) => settings?.isIgnored(shownPath(absolute, cwd)) !== true)
      .map((absolute) => planned([absolute], '', ([file]) => charts.find(file!, absolute))),
    ...stacks.map(({ stack, files: ofStack }) => {
      const source = `stack "${stack.name}" in the configuration`;
      const asked = options.chart !== undefined || options.schema !== undefined;
      const find = async ([first]: readonly LoadedFile[]): Promise<FoundChart> =>
        first !== undefined && (asked || stack.chart === undefined)
          ? charts.find(first, ofStack[0]!)
          : { chart: await charts.named(stack.chart ?? '', source, settings?.folder), detectedBy: 'config' };
      return planned(ofStack, `${source}: `, find, stack);
    }),
  ];
}

/** What is said about several files of a release adds up, the strongest file last. */
function contextOf({ settings, context }: LintOptions, files: readonly LoadedFile[]): LintContext {
  if (settings === undefined) return context;
  const contexts = files.map(({ file }) => settings.context(file));
  return mergeContexts(
    contexts.length === 0 ? settings.context('') : contexts.reduce(mergeContexts),
    context,
  );
}

function readable(sources: SourceFiles, absolute: string, source = ''): LoadedFile {
  const loaded = sources.load(absolute);
  if ('problem' in loaded) throw new UsageError(source + loaded.problem);
  return loaded;
}

/** The chart's own values file is its defaults, not a layer over them. */
function layersOf(defaults: Layer | undefined, stack: readonly LoadedFile[]): Layer[] {
  const layers: Layer[] = defaults === undefined ? [] : [defaults];
  for (const { file, document } of stack) {
    if (document === undefined || document === defaults?.document) continue;
    layers.push({ kind: 'values-file', label: file, data: document.data, document, scope: [] });
  }
  return layers;
}

function chartUnknown({ file }: LoadedFile): Finding {
  return {
    rule: 'chart/unknown',
    severity: 'info',
    message:
      'The chart of this file is not known, so only generic rules ran. Name it with --chart NAME, --chart DIR or --schema FILE, or put a Chart.yaml beside the file.',
    span: { file, start: 0, end: 0 },
    path: '',
    related: [],
  };
}
