import type { Policy } from '../config/policy.ts';
import { type FilesRead, SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { shownPath } from '../files/shown-path.ts';
import { failureFinding } from '../lint/failure-finding.ts';
import { failedRelease, lintRelease, type ReleaseFindings } from '../lint/lint-release.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import { fileSource, type Source } from '../model/source.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import { type ReadRelease, ReleaseReader } from './release-reader.ts';

/** What is left of a release after linting. Plain data, so that it can come from another thread. */
export interface ReleaseOutcome {
  /** Undefined when its files cannot be read as values. */
  readonly linted: ReleaseFindings | undefined;
  /** What reading its files and finding its chart has found. */
  readonly reading: readonly Finding[];
  /** The text of each source that a finding or comment refers to, by its id. */
  readonly sources: ReadonlyMap<string, string>;
  /** Files that no release before it, linted by the same linter, has read. */
  readonly read: FilesRead;
}

/** What decides about the findings of a run. */
export interface LinterInput {
  readonly files: FileSystem;
  readonly options: LintOptions;
  readonly policy: Policy;
}

/** Lints releases one after the other and forgets each, but for files and charts that others use as well. */
export class ReleaseLinter {
  readonly #policy: Policy;
  readonly #sources: SourceFiles;
  readonly #reader: ReleaseReader;
  readonly #cwd: string;

  /** Throws a UsageError for an overlay that cannot be read. */
  constructor({ files, options, policy }: LinterInput) {
    this.#policy = policy;
    this.#cwd = options.cwd;
    this.#sources = new SourceFiles(options, files);
    this.#reader = new ReleaseReader(options, this.#sources);
  }

  /** Says which releases will come, so that files that several of them share are read once. */
  expect(releases: readonly PlannedRelease[]): void {
    this.#sources.expect(releases.flatMap(({ files }) => files));
  }

  /** Throws a UsageError for wrong use. */
  async lint(planned: PlannedRelease): Promise<ReleaseOutcome> {
    const { input, findings: reading } = await this.#readAlone(planned);
    const linted = input && (await this.#lintAlone(input));
    const read = this.#sources.takeRead();
    const shown = new Set(read.comments.keys());
    for (const finding of [...reading, ...(linted?.findings ?? [])]) addFiles(finding, shown);
    const sources = this.#textsOf(shown, input, linted?.texts);
    this.#sources.drop(planned.files);
    return { linted, reading, sources, read };
  }

  /** The same for what fails before there is a release. Throws a UsageError for wrong use. */
  async #readAlone(planned: PlannedRelease): Promise<ReadRelease> {
    try {
      return await this.#reader.read(planned);
    } catch (error) {
      const file = planned.manifest ?? planned.files[0] ?? planned.chart;
      const source = file === undefined ? undefined : fileSource(shownPath(file, this.#cwd), file);
      return { input: undefined, findings: [failureFinding(error, 'reading the release', source)] };
    }
  }

  /** One release on which chartlint fails costs only itself. Throws a UsageError for wrong use. */
  async #lintAlone(input: ReleaseInput): Promise<ReleaseFindings> {
    try {
      return await lintRelease(input, this.#policy, this.#reader.templates);
    } catch (error) {
      const failed = failureFinding(error, 'linting the release', input.chartFile ?? input.files.at(-1));
      return failedRelease(input, failed);
    }
  }

  #textsOf(
    files: ReadonlySet<string>,
    input: ReadRelease['input'],
    rendered: ReadonlyMap<string, string> | undefined,
  ): Map<string, string> {
    const texts = new Map<string, string>();
    const ofChart = input === undefined ? [] : chartTexts(input);
    for (const file of files) {
      const text =
        this.#sources.texts.get(file) ??
        rendered?.get(file) ??
        ofChart.find((one) => one.source.id === file)?.text;
      if (text !== undefined) texts.set(file, text);
    }
    return texts;
  }
}

/** The defaults of a chart and those below it: an earlier release may have read them. */
function chartTexts({ layers, tree }: ReleaseInput): { source: Source; text: string }[] {
  const documents = layers.map(({ document }) => document);
  const visit = ({ values, dependencies }: NonNullable<typeof tree>['chart']): void => {
    documents.push(values.document);
    dependencies.forEach(visit);
  };
  if (tree !== undefined) visit(tree.chart);
  return documents.filter((document) => document !== undefined);
}

/** Every file that a report of the finding may quote or a fix may change. */
function addFiles({ span, related, fix }: Finding, files: Set<string>): void {
  files.add(span.source.id);
  for (const place of related) files.add(place.span.source.id);
  for (const edit of fix?.edits ?? []) files.add(edit.span.source.id);
}
