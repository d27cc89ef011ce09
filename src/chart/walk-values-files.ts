import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { isManifest } from './is-manifest.ts';
import { isValuesFile, looksLikeValues } from './values-file-names.ts';

const NOT_ENTERED = new Set(['node_modules', 'templates', 'vendor']);

/** What a walk found below a directory; absolute paths, in no order. */
export interface WalkedFiles {
  readonly files: readonly string[];
  /** What looks like values, and nobody said that it is. */
  readonly passedOver: readonly string[];
  /** Folders of charts with no values file of their own or below. */
  readonly bareCharts: readonly string[];
  /** The other files with a name for which `isOther` is true: manifests, perhaps. */
  readonly others: readonly string[];
}

/**
 * The values files below a directory, absolute, in no order. Hidden files and folders do not count, symbolic links are not
 * followed, folders that cannot be read are passed over, and so are charts that were copied into `charts/` of another one.
 */
export function walkValuesFiles(fileSystem: FileSystem, directory: string): string[] {
  return [...walkFiles(fileSystem, directory).files];
}

/** The same with what `isNamed` says is one besides, and with what looks like values and was passed over. */
export function walkFiles(
  fileSystem: FileSystem,
  directory: string,
  isNamed: (file: string) => boolean = () => false,
  isOther: (name: string) => boolean = () => false,
): WalkedFiles {
  const files: string[] = [];
  const passedOver: string[] = [];
  const bareCharts: string[] = [];
  const others: string[] = [];
  const enter = (folder: string, below: readonly string[], isInChart: boolean): void => {
    const entries = entriesOf(fileSystem, folder);
    const isChart = entries.some(({ name }) => name === 'Chart.yaml');
    const before = files.length;
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      const file = path.join(folder, name);
      if (entry.isDirectory()) {
        const isVendored = name === 'charts' && isChart;
        if (!isVendored && !NOT_ENTERED.has(name)) enter(file, [...below, name], isInChart || isChart);
      } else if (entry.isFile()) {
        const by = isValuesFile(name, below, isInChart || isChart);
        // What the configuration names a chart for may be a manifest all the same.
        if (by !== 'name' && isOther(name)) others.push(file);
        if (by === 'name' || isNamed(file) || (by === 'folder' && !isManifest(fileSystem, file)))
          files.push(file);
        else if (by === undefined && looksLikeValues(name, isChart) && !isManifest(fileSystem, file))
          passedOver.push(file);
      }
    }
    if (isChart && files.length === before) bareCharts.push(folder);
  };
  enter(directory, [], isBelowChart(fileSystem, directory));
  return { files, passedOver, bareCharts, others };
}

/** Whether the directory that a walk starts at lies in a chart, without looking further than its own folder and the one above. */
function isBelowChart(fileSystem: FileSystem, directory: string): boolean {
  return fileSystem.exists(path.join(path.dirname(directory), 'Chart.yaml'));
}

function entriesOf(fileSystem: FileSystem, folder: string): ReturnType<FileSystem['list']> {
  try {
    return fileSystem.list(folder);
  } catch {
    // Gone in the meantime, or not ours to read.
    return [];
  }
}
