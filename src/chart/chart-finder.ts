import type { ChartMapping } from '../config/config.ts';
import type { FoundMapping } from '../config/file-settings.ts';
import { Recent } from '../documents/recent.ts';
import type { LoadedFile, SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { shippedCharts } from '../generated/shipped-charts.ts';
import type { DetectedBy } from '../model/chart-profile.ts';
import { isPacked } from '../model/is-packed.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { mergePatch } from '../model/merge-patch.ts';
import type { KeptTemplates } from '../templates/parse/kept-templates.ts';
import { shippedChartOf } from './chart-by-defaults.ts';
import type { ChartChoice } from './chart-choice.ts';
import { ChartDirectories } from './chart-directories.ts';
import { chartFromDirectory } from './chart-directory.ts';
import { chartFromSchema } from './chart-from-schema.ts';
import { chartOfSchema } from './chart-of-schema.ts';
import { isForAnotherChart } from './is-for-another-chart.ts';
import { type KnownChart, shippedChart, UNNAMED } from './known-chart.ts';
import { schemaInModeline } from './modeline.ts';
import type { NamedChart } from './named-chart.ts';
import { namesAnotherChart } from './names-another-chart.ts';
import { SchemaFiles } from './schema-files.ts';
import { isVersions, shippedNamed } from './shipped-named.ts';

/** The chart of a file and how it was found. */
export interface FoundChart {
  readonly chart: KnownChart | undefined;
  readonly detectedBy: DetectedBy;
}

/** Where a chart was named, the folder where paths start, and the values that it is for. */
interface Naming {
  readonly source?: string;
  readonly folder?: string | undefined;
  readonly data?: JsonObject | undefined;
}

/** Releases of one chart mostly follow each other; more charts than this are not held at once. */
const MOST_CHARTS = 64;

/** Answers "which chart is this file for?" (DESIGN §7); a chart is kept for the next files that it is for. */
export class ChartFinder {
  readonly #options: ChartChoice;
  readonly #sources: SourceFiles;
  readonly #schemas: SchemaFiles;
  readonly #directories: ChartDirectories;
  /** What is parsed of the templates of its charts. */
  readonly templates: KeptTemplates = {};
  readonly #charts = new Recent<() => Promise<KnownChart>>(MOST_CHARTS);

  constructor(options: ChartChoice, sources: SourceFiles) {
    this.#options = options;
    this.#sources = sources;
    this.#schemas = new SchemaFiles(options, sources);
    this.#directories = new ChartDirectories(sources.files);
  }

  /**
   * First match wins: flag, configuration, a modeline with the schema of a chart, Chart.yaml, the keys. Any other schema in a
   * modeline comes on top, and alone where no chart is known. `absolute` is where the file lies or would lie; `data` is what all
   * files and flags of the release say together, which tells versions of a chart apart.
   */
  async find(
    file: LoadedFile,
    absolute: string,
    data: JsonObject = file.document?.data ?? {},
  ): Promise<FoundChart> {
    return this.#withDefaults(await this.#found(file, absolute, data));
  }

  async #found(file: LoadedFile, absolute: string, data: JsonObject): Promise<FoundChart> {
    const { chart, schema } = this.#options;
    if (chart !== undefined || schema !== undefined) {
      return { chart: await this.flagged(data), detectedBy: 'flag' };
    }
    const mapping = this.#options.settings?.chart(file.source.shown);
    if (this.#isThere(mapping)) return { chart: await this.#mapped(mapping, data), detectedBy: 'config' };
    const modeline = schemaInModeline(file.text);
    const target = modeline === undefined ? undefined : this.#modeline(modeline, path.dirname(absolute));
    const named = target === undefined ? undefined : await this.#chartOf(target, data);
    const directory = this.#directories.find(absolute);
    if (named !== undefined) {
      const own = directory === undefined ? undefined : await this.#directory(directory);
      // The chart itself says more than what is shipped of it.
      if (own !== undefined && own.profile.name === named.profile.name)
        return { chart: own, detectedBy: 'chart-yaml' };
      return { chart: named, detectedBy: 'modeline' };
    }
    const found = await this.#unnamed(file, absolute, directory, data);
    if (target === undefined || !('file' in target)) return found;
    if (directory !== undefined && target.file === path.join(directory, 'values.schema.json')) return found;
    const described = await this.#schema(target.file);
    if (found.chart === undefined) return { chart: described, detectedBy: 'modeline' };
    const findings = [...found.chart.findings, ...described.findings];
    const editorSchema = described.schema === undefined ? {} : { editorSchema: described.schema };
    return { chart: { ...found.chart, ...editorSchema, findings }, detectedBy: found.detectedBy };
  }

  /**
   * The chart of a release in a manifest, first match wins: flag, configuration, the chart that is named, the keys. `file` is the manifest as
   * shown, `data` what the manifest says, `chart` which chart it names and where that may lie.
   */
  async ofManifest(file: string, data: JsonObject, chart: NamedChart | undefined): Promise<FoundChart> {
    return this.#withDefaults(await this.#ofManifest(file, data, chart));
  }

  async #ofManifest(file: string, data: JsonObject, named: NamedChart | undefined): Promise<FoundChart> {
    const { chart, schema } = this.#options;
    if (chart !== undefined || schema !== undefined)
      return { chart: await this.flagged(data), detectedBy: 'flag' };
    const { settings } = this.#options;
    const byName = named === undefined ? undefined : settings?.chartNamed(named);
    for (const mapping of [settings?.chart(file), byName]) {
      if (this.#isThere(mapping)) return { chart: await this.#mapped(mapping, data), detectedBy: 'config' };
    }
    for (const directory of named?.directories ?? [])
      return { chart: await this.#directory(directory), detectedBy: 'chart-yaml' };
    const shipped = await shippedChartOf(data);
    if (named === undefined) {
      return shipped === undefined
        ? { chart: undefined, detectedBy: 'none' }
        : { chart: await this.#shipped(shipped, data), detectedBy: 'shape' };
    }
    const { name, version } = named;
    const known = shippedCharts.find(
      (one) => one.name === name || (one.name === shipped && one.chartNames.includes(name)),
    );
    if (known === undefined) return { chart: undefined, detectedBy: 'none' };
    const id = isVersions(version) ? `${known.name}@${version}` : known.name;
    return { chart: await this.#shipped(id, data), detectedBy: 'manifest' };
  }

  async #unnamed(
    file: LoadedFile,
    absolute: string,
    directory: string | undefined,
    data: JsonObject,
  ): Promise<FoundChart> {
    if (directory !== undefined) {
      const chart = await this.#directory(directory);
      const isOwn = absolute === path.join(directory, 'values.yaml');
      if (isOwn || !isForAnotherChart(data, chart)) return { chart, detectedBy: 'chart-yaml' };
    }
    const own = file.document?.data ?? {};
    // What the other files and the flags of the release say tells where the file itself does not.
    const name = (await shippedChartOf(own)) ?? (data === own ? undefined : await shippedChartOf(data));
    const entry = shippedCharts.find((one) => one.name === name);
    if (entry !== undefined && !namesAnotherChart(this.#sources.files, path.dirname(absolute), entry))
      return { chart: await this.#shipped(entry.name, data), detectedBy: 'shape' };
    return { chart: undefined, detectedBy: 'none' };
  }

  /** The chart that `--chart` or `--schema` names. Throws a UsageError when there is none. */
  async flagged(data?: JsonObject): Promise<KnownChart> {
    const { chart, schema = '', cwd } = this.#options;
    if (chart !== undefined) return this.named(chart, { data });
    const target = path.resolve(cwd, schema);
    if (!this.#sources.files.exists(target)) throw new UsageError(`--schema: "${schema}" does not exist`);
    return this.#schema(target);
  }

  /**
   * The chart that a user names: a shipped one, `zymtrace` or `zymtrace@26.8.4`, or a directory. Without a version the values
   * say which one it is. Throws a UsageError when it is neither.
   */
  async named(
    name: string,
    { source = '--chart', folder = this.#options.cwd, data = {} }: Naming = {},
  ): Promise<KnownChart> {
    if (shippedNamed(name) !== undefined) return this.#shipped(name, data);
    const directory = path.resolve(folder, name);
    if (this.#isChart(directory)) return this.#directory(directory);
    const known = shippedCharts.map((chart) => chart.name).join(', ');
    throw new UsageError(
      `${source}: "${name}" is neither a chart that chartlint knows (${known}) nor a directory with a Chart.yaml or a packed chart`,
    );
  }

  #isChart(at: string): boolean {
    const { files } = this.#sources;
    return isPacked(at) ? files.kind(at) === 'file' : files.exists(path.join(at, 'Chart.yaml'));
  }

  /** A mapping by name whose chart is not there leaves the others their turn; of one chart that is named, that is a mistake. */
  #isThere(mapping: FoundMapping | undefined): mapping is FoundMapping {
    if (mapping === undefined || !mapping.isPattern) return mapping !== undefined;
    const { chart, schema } = mapping;
    const folder = this.#options.settings?.folder ?? this.#options.cwd;
    const hasChart =
      chart === undefined || shippedNamed(chart) !== undefined || this.#isChart(path.resolve(folder, chart));
    return hasChart && (schema === undefined || this.#sources.files.exists(path.resolve(folder, schema)));
  }

  /** With both, the values are checked against the schema, and what is known about the chart still counts. */
  async #mapped({ chart, schema }: ChartMapping, data?: JsonObject): Promise<KnownChart | undefined> {
    const folder = this.#options.settings?.folder ?? this.#options.cwd;
    const named =
      chart === undefined
        ? undefined
        : await this.named(chart, { source: 'charts in the configuration', folder, data });
    if (schema === undefined) return named;
    const target = path.resolve(folder, schema);
    if (!this.#sources.files.exists(target))
      throw new UsageError(`charts in the configuration: "${schema}" does not exist`);
    const described = await this.#schema(target);
    if (named === undefined) return described;
    const annotations = [...described.profile.annotations, ...named.profile.annotations];
    return {
      ...named,
      profile: { ...named.profile, annotations },
      schema: described.schema,
      findings: [...named.findings, ...described.findings],
    };
  }

  /** A shipped schema named by its path in the package stands for its chart; any other URL is left to editors. */
  #modeline(
    schema: string,
    folder: string,
  ): { readonly shipped: string } | { readonly file: string } | undefined {
    const shipped = shippedCharts
      .flatMap(({ name, states }) => states.map(({ state }) => ({ name, state })))
      .find(({ name, state }) => schema.endsWith(`schemas/${name}/${state}/values.schema.json`));
    if (shipped !== undefined) return { shipped: `${shipped.name}@${shipped.state}` };
    if (/^[a-z]+:\/\//i.test(schema)) return undefined;
    const file = path.resolve(folder, schema);
    return this.#sources.files.exists(file) ? { file } : undefined;
  }

  /** The chart that the schema of a modeline stands for; undefined for a schema that somebody wrote for editors. */
  async #chartOf(
    target: { readonly shipped: string } | { readonly file: string },
    data?: JsonObject,
  ): Promise<KnownChart | undefined> {
    if ('shipped' in target) return this.#shipped(target.shipped, {});
    const isOfChart = chartOfSchema(this.#sources.files, target.file, this.#options.cwd) !== undefined;
    return isOfChart ? this.#schema(target.file, data) : undefined;
  }

  /** With the chart's own values from the file that the options name. */
  #withDefaults(found: FoundChart): FoundChart {
    const { defaults, cwd } = this.#options;
    if (defaults === undefined) return found;
    const loaded = this.#sources.load(path.resolve(cwd, defaults));
    if ('problem' in loaded) throw new UsageError(`defaults: ${loaded.problem}`);
    const { source, document } = loaded;
    const data = document?.data ?? {};
    const layer: Layer = { kind: 'chart-defaults', label: source.shown, data, scope: [] };
    const { profile = UNNAMED, ...chart } = found.chart ?? {
      schema: undefined,
      tree: undefined,
      findings: [],
    };
    return {
      ...found,
      chart: {
        ...chart,
        profile: { ...profile, defaults: data },
        defaults: document === undefined ? layer : { ...layer, document },
        findings: [...chart.findings, ...loaded.findings],
      },
    };
  }

  async #shipped(name: string, data: JsonObject): Promise<KnownChart> {
    const { chart, states, instead } = shippedNamed(name, data)!;
    const known = (state: string): Promise<KnownChart> => {
      const id = `${chart}@${state}`;
      return this.#once(`shipped:${id}:${instead ?? ''}`, () => shippedChart(id, instead));
    };
    // Of states that know the same keys, the newest for which the values are right.
    for (const { state } of states.length === 1 ? [] : states) {
      const one = await known(state);
      if (one.schema?.validate(mergePatch(one.profile.defaults, data)) === true) return one;
    }
    return known(states[0]!.state);
  }

  #directory(directory: string): Promise<KnownChart> {
    return this.#once(directory, () =>
      chartFromDirectory(directory, this.#sources, this.#schemas, this.#options.cwd, this.templates),
    );
  }

  #schema(file: string, data?: JsonObject): Promise<KnownChart> {
    const { cwd } = this.#options;
    const chart = chartOfSchema(this.#sources.files, file, cwd);
    if (chart !== undefined) return this.named(chart, { source: `"${shownPath(file, cwd)}"`, data });
    return this.#once(file, () => chartFromSchema(file, this.#schemas, cwd));
  }

  #once(key: string, load: () => Promise<KnownChart>): Promise<KnownChart> {
    return this.#charts.get(key, () => this.#sources.files.shared(load))();
  }
}
