import { ChartFinder, type FoundChart } from '../chart/chart-finder.ts';
import type { KnownChart } from '../chart/known-chart.ts';
import { readDefinitions } from '../chart/read-definitions.ts';
import { mergeContexts } from '../config/file-settings.ts';
import { setLayer } from '../documents/set-layer.ts';
import type { LoadedFile, SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { markDefaults } from '../lint/of-defaults.ts';
import { type ReleaseInput, releaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import { chartUnknown } from '../model/merge-file-findings.ts';
import { joinPatches } from '../model/merge-patch.ts';
import { ReadFailure } from '../model/read-failure.ts';
import { fileSource } from '../model/source.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import type { ManifestReader } from './manifest-reader.ts';
import { otherVersion } from './other-version.ts';
import { stackValues } from './stack-values.ts';

/** A release with its files read and its chart found. */
export interface ReadRelease {
  /** Undefined when one of its files cannot be read as values: the findings say why. */
  readonly input: ReleaseInput | undefined;
  /** What reading the files and finding the chart has found. */
  readonly findings: readonly Finding[];
}

/** Reads the releases of a run one after the other; the files and flags that are laid over each of them only once. */
export class ReleaseReader {
  readonly #options: LintOptions;
  readonly #sources: SourceFiles;
  readonly #charts: ChartFinder;
  readonly #overlays: () => readonly LoadedFile[];
  readonly #flags: () => readonly Layer[];
  readonly #definitions: (() => readonly JsonValue[]) | undefined;
  #manifests: (() => ManifestReader) | undefined;

  /** Throws a UsageError for an overlay that cannot be read. */
  constructor(options: LintOptions, sources: SourceFiles) {
    this.#options = options;
    this.#sources = sources;
    this.#charts = new ChartFinder(options, sources);
    const overlays = options.overlays.map((overlay) => path.resolve(options.cwd, overlay));
    sources.expect(overlays);
    const { shared } = sources.files;
    this.#overlays = shared(() => overlays.map((overlay) => this.#readable(overlay)));
    const { customResources = [], folder = options.cwd } = options.settings ?? {};
    if (customResources.length > 0) {
      const named = customResources.map((name) => ({ name, absolute: path.resolve(folder, name) }));
      this.#definitions = shared(() =>
        named.flatMap(({ name, absolute }) => readDefinitions(sources.files, absolute, name)),
      );
    }
    this.#flags = shared(() => options.sets.map((flag) => setLayer(flag, options, sources)));
  }

  /** What is parsed of the templates of the charts that were found. */
  get templates(): ChartFinder['templates'] {
    return this.#charts.templates;
  }

  /** Throws a UsageError for a file that cannot be read, and for a chart that is named but not there. */
  async read(planned: PlannedRelease): Promise<ReadRelease> {
    const { id, files: ofRelease, stack, manifest } = planned;
    if (manifest !== undefined) return this.#readManifest(manifest, planned);
    const options = this.#options;
    const source = stack === undefined ? '' : `${nameOf(stack)}: `;
    const own = ofRelease.map((file) => this.#own(file, source));
    const files = [...own, ...this.#overlays()];
    const findings = files.flatMap((file) => file.findings);
    const documents = files.flatMap(({ source, document }) =>
      document === undefined ? [] : [{ source, document }],
    );
    if (documents.length < files.length) return { input: undefined, findings };
    const flags = [
      ...(stack?.set ?? []).map((text) => setLayer({ kind: 'set', text }, options, this.#sources)),
      ...this.#flags(),
    ];
    const [said = {}, ...after] = [...documents.map(({ document }) => document), ...flags].map(
      ({ data }) => data,
    );
    const together = after.reduce(joinPatches, said);
    const { chart, detectedBy } = await this.#find(own[0], planned, together);
    const [first] = own;
    if (chart === undefined && first !== undefined && Object.keys(together).length > 0) {
      findings.push(unknownChart(first));
    }
    if (chart?.standsIn !== undefined && first !== undefined) {
      const start = { source: first.source, start: 0, end: 0 };
      findings.push(otherVersion(start, chart.profile.title, chart.standsIn));
    }
    const input = releaseInput({
      id,
      ...(stack === undefined ? {} : { stack: stack.name }),
      ...(planned.chart === undefined ? {} : this.#bare(planned.chart)),
      files: documents,
      flags,
      chart: chart === undefined ? undefined : this.#withStacks(chart, planned),
      detectedBy,
      context: contextOf(options, own),
      ...this.#surroundings(),
    });
    return { input, findings: [...findings, ...markDefaults(chart?.findings ?? [], input)] };
  }

  /** Stacks are releases of a chart like the values files beside it. */
  #withStacks(chart: KnownChart, { chart: bare, files }: PlannedRelease): KnownChart {
    const { overlays } = chart;
    const directory = bare ?? (files[0] === undefined ? undefined : path.dirname(files[0]));
    if (overlays === undefined || directory === undefined) return chart;
    const stacks = this.#sources.files.later(() => stackValues(this.#options, this.#sources, directory));
    return { ...chart, overlays: () => [...overlays(), ...stacks()] };
  }

  /** A release that a manifest describes. */
  async #readManifest(manifest: string, { id }: PlannedRelease): Promise<ReadRelease> {
    const options = this.#options;
    const { ManifestReader } = await import('./manifest-reader.ts');
    this.#manifests ??= this.#sources.files.shared(
      () => new ManifestReader(options, this.#sources, this.#charts),
    );
    const overlays = this.#overlays();
    const { parts, findings } = await this.#manifests().read(manifest, id);
    const all = [...findings, ...overlays.flatMap((file) => file.findings)];
    const documents = overlays.flatMap(({ source, document }) =>
      document === undefined ? [] : [{ source, document }],
    );
    if (parts === undefined || documents.length < overlays.length) return { input: undefined, findings: all };
    const sources = parts.layers.flatMap(({ document }) => (document === undefined ? [] : [document]));
    const input = releaseInput({
      id,
      ...parts,
      files: documents,
      flags: this.#flags(),
      context: contextOf(options, sources),
      ...this.#surroundings(),
      rendering: { ...parts.rendering, ...options.rendering },
    });
    return { input, findings: all };
  }

  /** What the options say about every release. */
  #surroundings(): Pick<ReleaseInput, 'helmVersion' | 'rendering' | 'definitions'> {
    const { helmVersion, rendering } = this.#options;
    return {
      ...(helmVersion === undefined ? {} : { helmVersion }),
      ...(rendering === undefined ? {} : { rendering }),
      ...(this.#definitions === undefined ? {} : { definitions: this.#definitions }),
    };
  }

  /** The chart that flags name wins over that of the stack. */
  async #find(first: LoadedFile | undefined, planned: PlannedRelease, data: JsonObject): Promise<FoundChart> {
    const { files, stack } = planned;
    const { chart, schema, settings } = this.#options;
    const asked = chart !== undefined || schema !== undefined;
    if (first !== undefined && (asked || stack?.chart === undefined)) {
      return this.#charts.find(first, files[0]!, data);
    }
    if (planned.chart !== undefined)
      return { chart: await this.#charts.named(planned.chart), detectedBy: 'chart-yaml' };
    // Nothing but flags names a chart without files.
    if (stack === undefined) return { chart: await this.#charts.flagged(data), detectedBy: 'flag' };
    const source = nameOf(stack);
    return {
      chart: await this.#charts.named(stack.chart ?? '', {
        source,
        folder: settings?.folder,
        data,
      }),
      detectedBy: 'config',
    };
  }

  /** A chart without values: what nothing else has a place for is said of its Chart.yaml. */
  #bare(folder: string): Pick<ReleaseInput, 'name' | 'chartFile'> {
    const file = path.join(folder, 'Chart.yaml');
    const shown = shownPath(file, this.#options.cwd);
    return { name: shown, chartFile: fileSource(shown, file) };
  }

  /** A file that was found costs only its release; one that a stack of the configuration names is wrong use. */
  #own(absolute: string, source: string): LoadedFile {
    const loaded = this.#sources.load(absolute);
    if (source === '' && 'problem' in loaded)
      throw new ReadFailure(absolute, this.#sources.shown(absolute), '', loaded.reason);
    return this.#readable(absolute, source);
  }

  #readable(absolute: string, source = ''): LoadedFile {
    const loaded = this.#sources.load(absolute);
    if ('problem' in loaded) throw new UsageError(source + loaded.problem);
    return loaded;
  }
}

function nameOf({ name }: NonNullable<PlannedRelease['stack']>): string {
  return `stack "${name}" in the configuration`;
}

/** What is said about several files of a release adds up, the strongest file last. */
function contextOf(
  { settings, context }: LintOptions,
  files: readonly Pick<LoadedFile, 'source'>[],
): LintContext {
  if (settings === undefined) return context;
  const contexts = files.map(({ source }) => settings.context(source.shown));
  return mergeContexts(
    contexts.length === 0 ? settings.context('') : contexts.reduce(mergeContexts),
    context,
  );
}

function unknownChart({ source }: LoadedFile): Finding {
  const said = chartUnknown([source.shown]);
  return {
    rule: 'chart/unknown',
    severity: 'info',
    ...said,
    span: { source, start: 0, end: 0 },
    path: '',
    related: [],
  };
}
