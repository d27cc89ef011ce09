import path from 'node:path';
import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import type { Chart } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { ReadSchema, SchemaDocument } from '../schema/schema-document.ts';
import { ChartFinder } from './chart-finder.ts';

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
  const { profile, defaults, schema, tree, findings } = await finder.named(target, '<chart>');
  const broken = findings.find(({ rule }) => rule === 'schema/invalid');
  if (broken !== undefined) throw new UsageError(`${broken.span.source.shown}: ${broken.message}`);
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
  try {
    return JSON.parse(read.text.replace(/^\uFEFF/, '')) as JsonSchema;
  } catch (error) {
    throw new UsageError(
      `"${shown}" is not JSON: ${error instanceof Error ? error.message : String(error)}. Name a chart directory, a JSON Schema, or a chart that chartlint knows.`,
    );
  }
}

/**
 * Reads the schema files that other schema files refer to. Nothing is fetched from the network, and nothing is read from
 * outside the working directory and the chart: what is read is printed.
 */
export function schemaReader(
  files: FileSystem,
  cwd: string,
  { directory, schema }: ChartForEditor,
): ReadSchema {
  const documents = new Map<string, SchemaDocument | undefined>();
  const homes = [cwd, directory, schema && path.dirname(schema.file)]
    .filter((folder) => folder !== undefined && files.exists(folder))
    .map((folder) => files.real(folder as string));
  const isReadable = (file: string): boolean => {
    if (files.kind(file) !== 'file') return false;
    const real = files.real(file);
    return homes.some((home) => real.startsWith(home.endsWith(path.sep) ? home : home + path.sep));
  };
  return (reference, from) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) return undefined;
    const file = path.resolve(cwd, path.dirname(from.file), reference);
    if (!documents.has(file)) {
      const schema = isReadable(file) ? parsed(files, file, shownPath(file, cwd)) : undefined;
      documents.set(file, schema === undefined ? undefined : { file, schema });
    }
    return documents.get(file);
  };
}
