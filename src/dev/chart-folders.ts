import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One shipped chart: `schemas/<name>/<version>/`. */
export interface ChartFolder {
  readonly name: string;
  readonly version: string;
  readonly schemaFile: string;
  readonly profileFile: string;
}

/** Every folder below `schemas/` that holds a chart, sorted by name, then version. */
export function chartFolders(root: string): ChartFolder[] {
  const folders: ChartFolder[] = [];
  const schemas = path.join(root, 'schemas');
  for (const name of readdirSync(schemas).sort()) {
    const chart = path.join(schemas, name);
    if (!existsSync(chart) || name.endsWith('.json')) continue;
    for (const version of readdirSync(chart).sort()) {
      const schemaFile = path.join(chart, version, 'values.schema.json');
      if (!existsSync(schemaFile)) continue;
      folders.push({ name, version, schemaFile, profileFile: path.join(chart, version, 'profile.json') });
    }
  }
  return folders;
}

/** Reads a JSON file of the project. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
