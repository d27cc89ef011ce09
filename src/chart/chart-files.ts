import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import type { ChartContents, ChartFile } from '../model/chart.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import type { Source } from '../model/source.ts';

/** What lies below a chart's directory. */
export type ChartFiles = Pick<ChartContents, 'files' | 'brokenLinks' | 'hiddenBy'>;

/**
 * The files below a chart's directory as Helm walks them: names in order, links followed, charts below left out. Throws
 * LimitReached.
 */
export function chartFiles(
  files: FileSystem,
  directory: string,
  source: (name: string) => Source,
  isIgnored: (file: string, isFolder: boolean) => boolean,
): ChartFiles {
  const { chartFiles: most } = files.limits ?? LIMITS;
  const found: ChartFile[] = [];
  const brokenLinks: string[] = [];
  const walk = (folder: string, prefix: string, above: readonly string[]): void => {
    const real = files.real(folder);
    const entries = [...files.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      const name = prefix + entry.name;
      const below = entry.isDirectory() || (entry.isSymbolicLink() && files.kind(file) === 'folder');
      if (name === 'charts' || isIgnored(file, below)) continue;
      const isLink = entry.isSymbolicLink();
      // A link to a folder that it lies in: Helm follows it until the name of the path is too long for the system.
      const isCircle = isLink && below && [...above, real].includes(files.real(file));
      if (isCircle || (isLink && !files.exists(file))) brokenLinks.push(name);
      // Pipes and devices: Helm refuses a chart with such a file, and nobody can wait for what they hold.
      else if (!below && !isLink && !entry.isFile()) continue;
      else if (found.length >= most)
        throw new LimitReached('chartFiles', `the chart has more than ${most} files`);
      else if (!below) found.push({ name, source: source(name), bytes: () => withoutMark(files.read(file)) });
      else if (above.length < LIMITS.folderDepth) walk(file, `${name}/`, [...above, real]);
    }
  };
  walk(directory, '', []);
  return { files: found, brokenLinks };
}

/** The bytes without a UTF-8 byte order mark: Helm drops it when it loads a file. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
