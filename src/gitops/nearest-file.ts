import { path } from '../files/path.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Repository } from './repository.ts';

/** The file beside one that does not exist which was most likely meant, absolute. */
export function nearestFile(file: string, repository: Repository): string | undefined {
  const folder = path.dirname(file);
  const names = repository.list(folder).filter((name) => /\.(?:ya?ml|json|gotmpl)$/.test(name));
  const near = nearestName(path.basename(file), knownNames(names));
  return near === undefined ? undefined : path.join(folder, near);
}
