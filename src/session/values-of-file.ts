import { SourceFiles } from '../documents/source-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { UsageError } from '../files/usage-error.ts';
import type { JsonObject } from '../model/json-value.ts';

/** The values in one file. Throws a UsageError where they cannot be read. */
export function valuesOfFile(files: FileSystem, file: string, cwd: string): JsonObject {
  const loaded = new SourceFiles({ cwd }, files).load(path.resolve(cwd, file));
  if ('problem' in loaded) throw new UsageError(loaded.problem);
  if (loaded.document === undefined) throw new UsageError(`"${file}" cannot be read as values`);
  return loaded.document.data;
}
