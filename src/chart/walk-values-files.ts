import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';

/** Names under which charts and repositories keep values; the same list as in the documentation of `--help`. */
const VALUES = /^(?:values|values[-.].*|.*[-.]values)\.ya?ml$/s;
/** In a folder of this name every YAML file counts. */
const VALUES_FOLDER = 'values';
const YAML = /\.ya?ml$/;
const SCHEMA = /\.schema\.ya?ml$/;
const NOT_ENTERED = new Set(['node_modules', 'templates', 'vendor']);

/**
 * The values files below a directory, absolute, in no order. Hidden files and folders do not count, symbolic links are not
 * followed, folders that cannot be read are passed over, and so are charts that were copied into `charts/` of another one.
 */
export function walkValuesFiles(fileSystem: FileSystem, directory: string): string[] {
  const files: string[] = [];
  const enter = (folder: string, everyYaml: boolean): void => {
    for (const entry of entriesOf(fileSystem, folder)) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      const file = path.join(folder, name);
      if (entry.isDirectory()) {
        const isVendored = name === 'charts' && fileSystem.exists(path.join(folder, 'Chart.yaml'));
        if (!isVendored && !NOT_ENTERED.has(name)) enter(file, name === VALUES_FOLDER);
      } else if (entry.isFile() && isValues(name, everyYaml)) files.push(file);
    }
  };
  enter(directory, false);
  return files;
}

function isValues(name: string, everyYaml: boolean): boolean {
  return (everyYaml ? YAML : VALUES).test(name) && !SCHEMA.test(name);
}

function entriesOf(fileSystem: FileSystem, folder: string): ReturnType<FileSystem['list']> {
  try {
    return fileSystem.list(folder);
  } catch {
    // Gone in the meantime, or not ours to read.
    return [];
  }
}
