import path from 'node:path';
import { diskFiles } from '../files/disk-files.ts';
import { UsageError } from '../files/usage-error.ts';
import { manifestsAmong } from '../project/manifests-among.ts';

/**
 * The chart that is named, a manifest that is the first word, else a directory that is the first word, else the chart of the first values file or the working
 * directory; and the values files. Throws a UsageError when there is none; `command` is what asks.
 */
export function chartAndFiles(
  command: string,
  chart: string | undefined,
  words: readonly string[],
  cwd: string,
): { chart: string; files: readonly string[] } {
  if (chart !== undefined) return { chart, files: words };
  const [first, ...rest] = words;
  const file = path.resolve(cwd, first?.split('#', 1)[0] ?? '.');
  // The release of a manifest says itself which chart it is.
  if (first !== undefined && diskFiles.kind(file) === 'file' && manifestsAmong(diskFiles, [file]).length > 0)
    return { chart: first, files: rest };
  if (first !== undefined && diskFiles.kind(path.resolve(cwd, first)) === 'folder')
    return { chart: first, files: rest };
  const start = path.resolve(cwd, first === undefined ? '.' : path.dirname(first));
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (diskFiles.exists(path.join(folder, 'Chart.yaml')))
      return { chart: path.relative(cwd, folder) || '.', files: words };
    if (folder === path.dirname(folder))
      throw new UsageError(`${command}: name the chart directory with --chart`);
  }
}
