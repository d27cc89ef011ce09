import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { UsageError } from '../files/usage-error.ts';
import type { JsonValue } from '../model/json-value.ts';
import { definitionsIn } from '../templates/chart/definitions-in.ts';

/** What is deeper is no folder of manifests. */
const DEEPEST = 8;

/**
 * The manifests of a file, or of every YAML and JSON file below a folder, as far as they can define custom resources. Throws a
 * UsageError when it cannot be read; `named` is what the configuration calls it.
 */
export function readDefinitions(files: FileSystem, absolute: string, named: string): JsonValue[] {
  if (files.kind(absolute) !== 'folder') {
    const read = readText(files, absolute, named);
    if ('problem' in read) throw new UsageError(`customResources in the configuration: ${read.problem}`);
    return definitionsIn(read.text, absolute);
  }
  const found: JsonValue[] = [];
  const visit = (folder: string, depth: number): void => {
    const entries = [...files.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) visit(file, depth + 1);
      if (!entry.isFile() || !/\.(?:ya?ml|json)$/i.test(entry.name)) continue;
      const read = readText(files, file, entry.name);
      if ('text' in read) found.push(...definitionsIn(read.text, file));
    }
  };
  visit(absolute, 0);
  return found;
}
