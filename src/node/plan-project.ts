import path from 'node:path';
import type { Stack } from '../config/config.ts';
import { mergeContexts } from '../config/file-settings.ts';
import type { Project } from '../lint/lint-project.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { PlannedShard } from '../model/shard.ts';
import { ChartFinder, type FoundChart } from './chart-finder.ts';
import { type ConfiguredStack, configuredStacks, isAtOrBelow } from './configured-stacks.ts';
import { findValuesFiles } from './find-values-files.ts';
import { changedFiles } from './git.ts';
import { type LintOptions, UsageError } from './lint-options.ts';
import type { ReleaseFiles } from './plan-shard.ts';
import { setLayer } from './set-layer.ts';
import { shownPath } from './shown-path.ts';
import { type LoadedFile, SourceFiles } from './source-files.ts';

/** A project but for what the configuration decides. */
export interface PlannedProject extends Omit<Project, 'policy' | 'baseline'> {
  /** Where each file lies, absolute, by its name in spans; standard input and flags lie nowhere. */
  readonly paths: ReadonlyMap<string, string>;
  /** Which part of the run it is; undefined for the whole. */
  readonly shard: PlannedShard | undefined;
}

/**
 * Finds the files, reads them, finds their charts: everything up to the point where the pure pipeline takes over. `texts`
 * take the place of what files hold, by their names in spans.
 */
export async function planProject(
  options: LintOptions,
  texts?: ReadonlyMap<string, string>,
): Promise<PlannedProject> {
  const sources = new SourceFiles(options, texts);
  const charts = new ChartFinder(options, sources);
  const findings: Finding[] = [];
  const releases: ReleaseInput[] = [];
  const overlays = options.overlays.map((overlay) => readable(sources, path.resolve(options.cwd, overlay)));
  const flags = options.sets.map((flag) => setLayer(flag, options, sources));
  const { planned, plan } = await plannedReleases(options, sources, charts);
  const order: number[] = [];
  for (const one of planned) {
    const files = [...one.files, ...overlays];
    findings.push(...files.flatMap((file) => file.findings));
    if (files.some(({ document }) => document === undefined)) continue;
    const { chart, detectedBy } = await one.find();
    findings.push(...(chart?.findings ?? []));
    const [first] = one.files;
    if (chart === undefined && first !== undefined && Object.keys(first.document?.data ?? {}).length > 0) {
      findings.push(chartUnknown(first));
    }
    order.push(one.order);
    releases.push({
      name: one.stack?.name ?? files.at(-1)?.file ?? '',
      ...(one.stack === undefined ? {} : { stack: one.stack.name }),
      files: files.map(({ file }) => file),
      layers: [
        ...layersOf(chart?.defaults, files),
        ...(one.stack?.set ?? []).map((text) => setLayer({ kind: 'set', text }, options, sources)),
        ...flags,
      ],
      chart: chart?.profile,
      detectedBy,
      schema: chart?.schema,
      tree: chart?.tree,
      context: contextOf(options, one.files),
      ...(options.helmVersion === undefined ? {} : { helmVersion: options.helmVersion }),
    });
  }
  return {
    releases,
    findings,
    sources: sources.texts,
    comments: sources.comments,
    files: sources.fileCount,
    paths: sources.paths,
    shard: options.shard && { ...options.shard, plan, order },
  };
}

/** A release before the flags come into it. */
interface PlannedRelease {
  /** Weakest first; those of the flags come over them. */
  readonly files: readonly LoadedFile[];
  readonly stack?: Stack;
  /** Its place among the releases of the whole run. */
  readonly order: number;
  find(): Promise<FoundChart>;
}

/**
 * The values files one by one, then the stacks of the configuration; a file of a stack is not linted alone as well. Of a shard
 * no other release is read. `plan` names the run when it has shards.
 */
async function plannedReleases(
  options: LintOptions,
  sources: SourceFiles,
  charts: ChartFinder,
): Promise<{ planned: PlannedRelease[]; plan: string }> {
  const { cwd, stdin, inputs, settings } = options;
  const alone = (file: LoadedFile, absolute: string, order: number): PlannedRelease => ({
    files: [file],
    order,
    find: () => charts.find(file, absolute),
  });
  if (stdin !== undefined) {
    const file = sources.add(stdin.filename, stdin.text);
    return { planned: [alone(file, path.resolve(cwd, stdin.filename), 0)], plan: '' };
  }
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
  const single = files
    .filter((absolute) => changed?.has(absolute) !== false && !inStacks.has(absolute))
    .filter((absolute) => settings?.isIgnored(shownPath(absolute, cwd)) !== true);
  const { isMine, plan } = await shardOf([...single.map((file) => ({ files: [file] })), ...stacks], options);
  const ofStack = ({ stack, files: names }: ConfiguredStack, order: number): PlannedRelease => {
    const source = `stack "${stack.name}" in the configuration`;
    const loaded = names.map((absolute) => readable(sources, absolute, `${source}: `));
    const [first] = loaded;
    const asked = options.chart !== undefined || options.schema !== undefined;
    const find = async (): Promise<FoundChart> =>
      first !== undefined && (asked || stack.chart === undefined)
        ? charts.find(first, names[0]!)
        : { chart: await charts.named(stack.chart ?? '', source, settings?.folder), detectedBy: 'config' };
    return { files: loaded, stack, order, find };
  };
  return {
    plan,
    planned: [
      ...single.flatMap((absolute, i) =>
        isMine(i) ? [alone(readable(sources, absolute), absolute, i)] : [],
      ),
      ...stacks.flatMap((stack, i) => (isMine(single.length + i) ? [ofStack(stack, single.length + i)] : [])),
    ],
  };
}

/** Which of the releases belong to the shard that is asked for; all of them without one. */
async function shardOf(
  releases: readonly ReleaseFiles[],
  options: LintOptions,
): Promise<{ isMine: (index: number) => boolean; plan: string }> {
  const { shard } = options;
  if (shard === undefined) return { isMine: () => true, plan: '' };
  const { planShard } = await import('./plan-shard.ts');
  const { shards, plan } = planShard(releases, shard.count, options);
  return { isMine: (index) => shards[index] === shard.index, plan };
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
