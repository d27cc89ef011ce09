import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { fileUri } from '../files/file-uri.ts';
import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import type { Chart } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import { fileSource } from '../model/source.ts';
import { joinStatement } from '../model/statement.ts';
import type { ReadSchema, SchemaDocument } from '../schema/schema-document.ts';
import { ChartFinder } from './chart-finder.ts';
import { type SchemaFile, SchemaFiles } from './schema-files.ts';

/** A chart with the schema that is the authority on its values. */
export interface ChartForEditor {
  readonly chart: Chart;
  /** Undefined when the chart has no schema. */
  readonly schema: SchemaDocument | undefined;
  /** The name of a shipped chart, or the directory of the chart; undefined for a schema alone. */
  readonly shipped?: string;
  readonly directory?: string;
}

/** Finds a shipped chart, a chart directory or a schema file. Throws a UsageError when it is none, or its schema is broken. */
export async function chartForEditor(
  target: string,
  cwd: string,
  files: FileSystem,
): Promise<ChartForEditor> {
  const absolute = path.resolve(cwd, target);
  if (files.kind(absolute) === 'file') return schemaFile(files, absolute, cwd);
  const finder = new ChartFinder({ cwd }, new SourceFiles({ cwd }, files));
  const { profile, defaults, schema, tree, findings } = await finder.named(target, { source: '<chart>' });
  const broken = findings.find(({ rule }) => rule === 'schema/invalid');
  if (broken !== undefined) throw new UsageError(`${broken.span.source.shown}: ${joinStatement(broken)}`);
  const directory = files.exists(path.join(absolute, 'Chart.yaml')) ? absolute : undefined;
  const chart = tree?.chart ?? {
    metadata: { name: profile.title, version: profile.version ?? '' },
    values: defaults,
    dependencies: [],
  };
  return {
    chart,
    schema: schema && {
      file: path.join(directory ?? `/${profile.name}`, 'values.schema.json'),
      schema: schema.json(),
    },
    ...(tree === undefined ? { shipped: profile.name } : { directory: absolute }),
  };
}

function schemaFile(files: FileSystem, file: string, cwd: string): ChartForEditor {
  const shown = shownPath(file, cwd);
  const schema = parsed(files, file, shown);
  const title = typeof schema === 'object' && typeof schema.title === 'string' ? schema.title : shown;
  return {
    chart: {
      metadata: { name: title, version: '' },
      // Helm applies no `default`, but nothing else tells what the chart of this schema brings along.
      values: { kind: 'chart-defaults', label: shown, data: assembleDefaults(schema), scope: [] },
      dependencies: [],
    },
    schema: { file, schema },
  };
}

function parsed(files: FileSystem, file: string, shown: string): JsonSchema {
  const read = readText(files, file, shown);
  if ('problem' in read) throw new UsageError(read.problem);
  return parsedText(read.text, shown);
}

function parsedText(text: string, shown: string): JsonSchema {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonSchema;
  } catch (error) {
    throw new UsageError(
      `"${shown}" is not JSON: ${error instanceof Error ? error.message : String(error)}. Name a chart directory, a JSON Schema, or a chart that chartlint knows.`,
    );
  }
}

/**
 * Finds the schema files that other schema files refer to. Nothing is fetched from the network, and nothing is read from
 * outside the working directory and the chart: what is read is printed.
 */
export function schemaReader(
  files: FileSystem,
  cwd: string,
  { directory, schema }: ChartForEditor,
): ReadSchema {
  const uriOf = (file: string): string => fileUri(path.resolve(cwd, file));
  const schemas = new SchemaFiles({ cwd }, new SourceFiles({ cwd }, files));
  const start = schema?.file ?? 'values.schema.json';
  const home = directory ?? path.dirname(path.resolve(cwd, start));
  const root: SchemaFile = {
    source: fileSource(start),
    text: '',
    uri: uriOf(start),
    enforcedByHelm: false,
    home,
  };
  const id = isJsonObject(schema?.schema) ? (schema.schema.$id ?? schema.schema.id) : undefined;
  const documents = new Map<string, JsonSchema | undefined>();
  const load = (uri: string): JsonSchema | undefined => {
    if (!documents.has(uri)) {
      const read = schemas.read(uri, root, typeof id === 'string' ? id : undefined);
      documents.set(uri, 'refused' in read ? undefined : parsedText(read.text, read.source.shown));
    }
    return documents.get(uri);
  };
  return { uriOf, load };
}
