import path from 'node:path';
import { type ChartForEditor, chartForEditor, schemaReader } from '../chart/chart-for-editor.ts';
import { diskFiles } from '../files/disk-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { UsageError } from '../files/usage-error.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { fieldSchemas } from '../lint/field-schemas.ts';
import type { FieldSchema } from '../model/field-schema.ts';
import { targetFiles } from '../project/target-files.ts';
import { editorSchema } from '../schema/editor-schema.ts';
import { planChart } from '../session/plan-chart.ts';
import { valuesOfFile } from '../session/values-of-file.ts';

/** How a schema for editors is written. */
export interface EditorTextOptions {
  readonly overlay?: boolean;
  readonly inline?: boolean;
  /** With `overlay`: the other files of its stack, weakest first, relative to `cwd`. */
  readonly values?: readonly string[];
  /** With `overlay`: paths that come at deploy time. */
  readonly provided?: readonly string[];
  /** The file that it goes to, relative to `cwd`. */
  readonly output?: string | undefined;
  /** Takes the files that are read. */
  readonly read?: Set<string>;
  /** Called for each reference that names no schema at hand. */
  onUnresolved?(reference: string): void;
}

/** The text of the schema of a shipped chart, a chart directory or a schema file. Throws a UsageError when there is none. */
export async function editorSchemaText(
  target: string,
  cwd: string,
  {
    overlay = false,
    inline = false,
    values = [],
    provided = [],
    output,
    read,
    onUnresolved,
  }: EditorTextOptions,
): Promise<string> {
  const files = targetFiles(diskFiles, cwd, [target, ...values], read);
  const found = await chartForEditor(target, cwd, files);
  const { json, unresolved } = editorSchema(found.chart, {
    ...(found.schema === undefined ? {} : { schema: found.schema }),
    overlay,
    inline,
    beside: { values: values.map((file) => valuesOfFile(files, file, cwd)), provided },
    fields: await fieldsOf(found, cwd, files),
    ...chartName(found, output === undefined ? undefined : path.resolve(cwd, output)),
    read: schemaReader(files, cwd, found),
  });
  for (const reference of unresolved) onUnresolved?.(reference);
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Where the values of a chart directory go; nothing of a chart whose own values cannot be read. */
async function fieldsOf(
  { directory }: ChartForEditor,
  cwd: string,
  files: FileSystem,
): Promise<readonly FieldSchema[]> {
  if (directory === undefined) return [];
  try {
    const { input } = await planChart(files, directory, { cwd, overlays: [], sets: [] });
    return await fieldSchemas(assembleRelease(input), input);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** What the written schema says it is for: a shipped chart by name, a directory as seen from the schema file. */
function chartName({ shipped, directory }: ChartForEditor, output: string | undefined): { chart?: string } {
  if (shipped !== undefined) return { chart: shipped };
  if (directory === undefined || output === undefined) return {};
  const relative = path.relative(path.dirname(output), directory).split(path.sep).join('/');
  return { chart: relative.startsWith('.') ? relative : `./${relative}` };
}
