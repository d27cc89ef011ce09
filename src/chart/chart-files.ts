import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import type { ChartFile } from '../model/chart.ts';
import type { Source } from '../model/source.ts';

/** Deeper than any real chart; ends links that go in circles. */
const MAX_DEPTH = 40;

/** The files below a chart's directory as Helm walks them: names in order, links followed, charts below left out. */
export function chartFiles(
  files: FileSystem,
  directory: string,
  source: (name: string) => Source,
  isIgnored: (file: string, isFolder: boolean) => boolean,
): ChartFile[] {
  const found: ChartFile[] = [];
  const walk = (folder: string, prefix: string, depth: number): void => {
    const entries = [...files.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      const name = prefix + entry.name;
      const below = entry.isDirectory() || (entry.isSymbolicLink() && files.kind(file) === 'folder');
      if (name === 'charts' || isIgnored(file, below)) continue;
      // Helm refuses a chart with a broken link; the rest of it can be read all the same.
      if (entry.isSymbolicLink() && !files.exists(file)) continue;
      if (!below) found.push({ name, source: source(name), bytes: () => withoutMark(files.read(file)) });
      else if (depth < MAX_DEPTH) walk(file, `${name}/`, depth + 1);
    }
  };
  walk(directory, '', 0);
  return found;
}

/** The bytes without a UTF-8 byte order mark: Helm drops it when it loads a file. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
