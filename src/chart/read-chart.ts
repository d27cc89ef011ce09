import type { SourceFiles } from '../documents/source-files.ts';
import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import { loadYaml } from '../load/load-yaml.ts';
import type { YamlDocument } from '../load/located-document.ts';
import type { Chart, ChartDependency, ChartMetadata } from '../model/chart.ts';
import type { Finding } from '../model/finding.ts';
import { isPacked } from '../model/is-packed.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import { LIMITS } from '../model/limits.ts';
import { fileSource } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { unreadableFile } from '../model/unreadable-file.ts';
import { type ChartFolder, chartArchive, chartDirectory } from './chart-folder.ts';
import { chartMetadata } from './chart-metadata.ts';
import type { ChartTree, ValuesSchema } from './chart-tree.ts';
import { dependencyFields } from './dependency-fields.ts';
import { archiveBudget } from './read-archive.ts';
import type { SchemaFiles } from './schema-files.ts';
import { tooManyCharts, unreadableChart } from './unreadable-chart.ts';
import { type UserSchema, userSchema } from './user-schema.ts';

const UNREAD = 'What it holds is not checked, and nothing is compared with it.';

/** A chart as it lies on disk, with the charts below it. */
export interface ReadChart {
  readonly chart: Chart;
  /** Chart.yaml as written. */
  readonly fields: JsonObject;
  /** The chart's own schema. */
  readonly schema: UserSchema | undefined;
  /** The schemas of the charts below, compiled. */
  readonly subchartSchemas: ReadonlyMap<Chart, ValuesSchema>;
  /** Where Chart.yaml (or requirements.yaml) writes a field of a dependency. */
  readonly locateDependency: ChartTree['locateDependency'];
  /** What is wrong with the charts themselves. */
  readonly findings: readonly Finding[];
}

/** Reads a chart directory, or an archive of one, with everything in `charts/`; a dependency from `file://` counts when it is not vendored there. */
export async function readChart(
  directory: string,
  sources: SourceFiles,
  schemas: SchemaFiles,
  cwd: string,
): Promise<ReadChart> {
  const reader = new ChartReader(sources, schemas, cwd);
  const shown = directory === cwd ? '' : shownPath(directory, cwd);
  const packed = isPacked(directory)
    ? await chartArchive(
        sources.files.read(directory),
        fileSource(shown, directory),
        archiveBudget(sources.files),
      )
    : undefined;
  const isUnreadable = packed !== undefined && 'problem' in packed;
  const { chart, fields, schema } = await reader.read(
    packed === undefined || isUnreadable ? chartDirectory(sources.files, directory, shown) : packed,
    packed === undefined ? directory : undefined,
    0,
  );
  return {
    chart,
    fields,
    schema,
    subchartSchemas: reader.schemas,
    locateDependency: (dependency, field) => reader.locateDependency(dependency, field),
    findings: isUnreadable
      ? [unreadableChart(packed, '', sources.files.limits), ...reader.findings]
      : reader.findings,
  };
}

class ChartReader {
  readonly #sources: SourceFiles;
  readonly #schemaFiles: SchemaFiles;
  readonly #cwd: string;
  readonly schemas = new Map<Chart, ValuesSchema>();
  readonly findings: Finding[] = [];
  /** Chart.yaml and requirements.yaml of the chart at the top. */
  readonly #documents: YamlDocument[] = [];
  /** How many charts below were read. */
  #charts = 0;

  constructor(sources: SourceFiles, schemas: SchemaFiles, cwd: string) {
    this.#sources = sources;
    this.#schemaFiles = schemas;
    this.#cwd = cwd;
  }

  /** Where the chart at the top names a dependency: in requirements.yaml if it has one, else in Chart.yaml. */
  locateDependency({ name, alias }: Pick<ChartDependency, 'name' | 'alias'>, field: string): Span {
    const document = this.#documents.findLast(
      ({ data }) => isJsonObject(data) && Array.isArray(data.dependencies),
    );
    const fields = isJsonObject(document?.data) ? document.data.dependencies : undefined;
    const index = Array.isArray(fields)
      ? fields.findIndex((entry) => isJsonObject(entry) && entry.name === name && entry.alias === alias)
      : -1;
    if (document === undefined) return { source: fileSource('Chart.yaml'), start: 0, end: 0 };
    this.#sources.texts.set(document.source.id, document.text);
    return document.locate(['dependencies', index, field], 'value');
  }

  async read(
    folder: ChartFolder,
    directory: string | undefined,
    depth: number,
  ): Promise<{ chart: Chart; fields: JsonObject; schema: UserSchema | undefined }> {
    const fields = this.#yaml(folder, 'Chart.yaml', depth);
    const requirements = this.#yaml(folder, 'requirements.yaml', depth);
    const metadata = chartMetadata(fields, requirements, nameOf(folder, directory));
    const schemaFile = this.#schemaFiles.ofChart(folder);
    const schema = schemaFile && (await userSchema(schemaFile, this.#schemaFiles));
    this.findings.push(...(schema?.findings ?? []));
    if (schemaFile === undefined) this.findings.push(...ignoredSchemas(folder));
    const chart: Chart = {
      metadata,
      values: this.#values(folder, directory),
      templates: () => folder.templates(),
      contents: once(() => ({ fields: withRequirements(fields, requirements), ...folder.contents() })),
      ...(schema?.json === undefined ? {} : { schema: schema.json }),
      dependencies: depth < LIMITS.chartDepth ? await this.#below(folder, directory, metadata, depth) : [],
    };
    for (const failure of folder.takeUnread()) this.findings.push(unreadableFile(failure, UNREAD));
    if (depth > 0 && schema?.schema !== undefined) this.schemas.set(chart, schema.schema);
    return { chart, fields: isJsonObject(fields) ? fields : {}, schema };
  }

  async #below(
    folder: ChartFolder,
    directory: string | undefined,
    metadata: ChartMetadata,
    depth: number,
  ): Promise<Chart[]> {
    const charts: Chart[] = [];
    for (const child of await folder.children()) {
      if ('problem' in child) {
        this.findings.push(unreadableChart(child, folder.shown, this.#sources.files.limits));
        continue;
      }
      if (!this.#counts(folder)) break;
      charts.push(
        (
          await this.read(
            child,
            directory && path.join(directory, 'charts', path.basename(child.shown)),
            depth + 1,
          )
        ).chart,
      );
    }
    const vendored = new Set(charts.map((chart) => chart.metadata.name));
    const read = new Set<string>();
    for (const { name, repository } of metadata.dependencies ?? []) {
      if (directory === undefined || repository?.startsWith('file://') !== true || vendored.has(name))
        continue;
      const local = path.resolve(directory, repository.slice('file://'.length));
      // Several aliases of one chart share it.
      if (read.has(local)) continue;
      read.add(local);
      if (!this.#sources.files.exists(path.join(local, 'Chart.yaml'))) continue;
      if (!this.#counts(folder)) break;
      charts.push(
        (
          await this.read(
            chartDirectory(this.#sources.files, local, shownPath(local, this.#cwd)),
            local,
            depth + 1,
          )
        ).chart,
      );
    }
    return charts;
  }

  /** Whether one more chart may be read. The first that may not is reported. */
  #counts(folder: ChartFolder): boolean {
    this.#charts += 1;
    const { charts } = this.#sources.files.limits ?? LIMITS;
    if (this.#charts === charts + 1) this.findings.push(tooManyCharts(folder.source('Chart.yaml'), charts));
    return this.#charts <= charts;
  }

  #yaml(folder: ChartFolder, name: string, depth: number): JsonValue | undefined {
    const text = folder.readText(name);
    if (text === undefined) return undefined;
    const source = folder.source(name);
    const { data, document, findings: problems } = loadYaml(source, text);
    const findings = [...problems];
    if (depth === 0 && document !== undefined) {
      this.#documents.push(document);
      findings.push(...dependencyFields(document));
    }
    if (findings.length > 0) {
      this.#sources.texts.set(source.id, text);
      this.findings.push(...findings);
    }
    return data;
  }

  #values(folder: ChartFolder, directory: string | undefined): Layer {
    const source = folder.source('values.yaml');
    const none: Layer = { kind: 'chart-defaults', label: source.shown, data: {}, scope: [] };
    const file = directory === undefined ? undefined : path.join(directory, 'values.yaml');
    const onDisk = file !== undefined && this.#sources.files.exists(file);
    const text = onDisk ? undefined : folder.readText('values.yaml');
    if (!onDisk && text === undefined) return none;
    const loaded = onDisk ? this.#sources.load(file) : this.#sources.add(source, text!);
    if ('problem' in loaded) {
      const failure = { file: source.id, shown: source.shown, reason: loaded.reason };
      this.findings.push(unreadableFile(failure, UNREAD));
      return none;
    }
    this.findings.push(...loaded.findings);
    const { document } = loaded;
    return document === undefined
      ? none
      : { ...none, label: loaded.source.shown, data: document.data, document };
  }
}

/** Asks once. */
function once<T extends object>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Helm reads requirements.yaml into what it read of Chart.yaml. */
function withRequirements(fields: JsonValue | undefined, requirements: JsonValue | undefined): JsonObject {
  return { ...(isJsonObject(fields) ? fields : {}), ...(isJsonObject(requirements) ? requirements : {}) };
}

/** A schema under a name that Helm does not look for. */
function ignoredSchemas(folder: ChartFolder): Finding[] {
  const name = ['values.schema.yaml', 'values.schema.yml'].find((one) => folder.readText(one) !== undefined);
  if (name === undefined) return [];
  const said = {
    problem: `Helm ignores "${name}": it reads values.schema.json only`,
    why: 'Nothing is checked against it.',
    help: 'Convert it to JSON and save it as values.schema.json.',
  };
  const span = { source: folder.source(name), start: 0, end: 0 };
  return [{ rule: 'schema/yaml-ignored', severity: 'info', ...said, span, path: '', related: [] }];
}

function nameOf(folder: ChartFolder, directory: string | undefined): string {
  return path.basename(directory ?? folder.shown).replace(/-\d.*\.(?:tgz|tar\.gz)$/, '');
}
