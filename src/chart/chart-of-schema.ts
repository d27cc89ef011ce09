import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { isJsonObject } from '../model/json-value.ts';

/**
 * The chart that `chartlint schema` wrote the file for: the name of a shipped chart or a directory. Undefined for any other
 * schema. Such a file is for editors (an overlay schema requires less), so chartlint itself goes by the chart.
 */
export function chartOfSchema(files: FileSystem, file: string, cwd: string): string | undefined {
  const read = readText(files, file, shownPath(file, cwd));
  if ('problem' in read || !read.text.includes('"x-chartlint"')) return undefined;
  try {
    const schema: unknown = JSON.parse(read.text.replace(/^\uFEFF/, ''));
    const annotation = isJsonObject(schema) ? schema['x-chartlint'] : undefined;
    const chart = isJsonObject(annotation) ? annotation.chart : undefined;
    if (typeof chart !== 'string') return undefined;
    return chart.startsWith('.') ? path.resolve(path.dirname(file), chart) : chart;
  } catch {
    // Whoever compiles the schema says that it is not JSON.
    return undefined;
  }
}
