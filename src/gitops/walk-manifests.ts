import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { isManifestName } from './may-hold-releases.ts';

const NOT_ENTERED = new Set(['node_modules', 'vendor']);

/** Every file below a folder that may be a manifest or a packed chart by its name, in order. Hidden folders do not count, links are not followed. */
export function walkManifests(files: FileSystem, folder: string): string[] {
  const found: string[] = [];
  const enter = (at: string): void => {
    for (const entry of entriesOf(files, at)) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !NOT_ENTERED.has(entry.name)) enter(file);
      } else if (entry.isFile() && (isManifestName(entry.name) || entry.name.endsWith('.tgz')))
        found.push(file);
    }
  };
  enter(folder);
  return found.sort();
}

function entriesOf(files: FileSystem, folder: string): ReturnType<FileSystem['list']> {
  try {
    return files.list(folder);
  } catch {
    // Gone in the meantime, or not ours to read.
    return [];
  }
}
