import path from 'node:path';
import { mergeContexts } from '../config/file-settings.ts';
import type { Project } from '../lint/lint-project.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import { ChartFinder } from './chart-finder.ts';
import { findValuesFiles } from './find-values-files.ts';
import { changedFiles } from './git.ts';
import { type LintOptions, UsageError } from './lint-options.ts';
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
  for (const overlay of overlays) findings.push(...overlay.findings);
  for (const { absolute, file } of await lintedFiles(options, sources)) {
    findings.push(...file.findings);
    const stack = [file, ...overlays];
    if (stack.some(({ document }) => document === undefined)) continue;
    const { chart, detectedBy } = await charts.find(file, absolute);
    findings.push(...(chart?.findings ?? []));
    if (chart === undefined && Object.keys(file.document?.data ?? {}).length > 0)
      findings.push(chartUnknown(file));
    releases.push({
      name: stack.at(-1)?.file ?? file.file,
      files: stack.map((layer) => layer.file),
      layers: [...layersOf(chart?.defaults, stack), ...flags],
      chart: chart?.profile,
      detectedBy,
      schema: chart?.schema,
      tree: chart?.tree,
      context: contextOf(options, file),
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
  };
}

interface LintedFile {
  /** Where the file lies, or would lie. */
  readonly absolute: string;
  readonly file: LoadedFile;
}

async function lintedFiles(options: LintOptions, sources: SourceFiles): Promise<LintedFile[]> {
  const { cwd, stdin, inputs } = options;
  if (stdin !== undefined) {
    return [{ absolute: path.resolve(cwd, stdin.filename), file: sources.add(stdin.filename, stdin.text) }];
  }
  const { files, problems } = await findValuesFiles(inputs.length === 0 ? ['.'] : inputs, cwd);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const changed = options.changes === undefined ? undefined : new Set(changedFiles(cwd, options.changes));
  return files
    .filter((absolute) => changed?.has(absolute) !== false)
    .filter((absolute) => options.settings?.isIgnored(shownPath(absolute, cwd)) !== true)
    .map((absolute) => ({ absolute, file: readable(sources, absolute) }));
}

function contextOf({ settings, context }: LintOptions, { file }: LoadedFile): LintContext {
  return settings === undefined ? context : mergeContexts(settings.context(file), context);
}

function readable(sources: SourceFiles, absolute: string): LoadedFile {
  const loaded = sources.load(absolute);
  if ('problem' in loaded) throw new UsageError(loaded.problem);
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
