import { isValuesFile } from '../chart/values-file-names.ts';
import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { readText } from '../files/read-text.ts';
import { isManifestName, mayHoldReleases } from '../gitops/may-hold-releases.ts';

/** The files that may hold releases for a GitOps tool. Each is read, and none is parsed. */
export function manifestsAmong(fileSystem: FileSystem, files: readonly string[]): string[] {
  return files.filter((file) => {
    const name = path.basename(file);
    if (!isManifestName(name) || name === 'Chart.yaml' || isValuesFile(name, [], false) === 'name')
      return false;
    const read = readText(fileSystem, file, name);
    return 'text' in read && mayHoldReleases(name, path.basename(path.dirname(file)), read.text);
  });
}
