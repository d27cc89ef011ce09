import { path } from '../../files/path.ts';
import { LIMITS } from '../../model/limits.ts';
import { isKustomizationName, kustomizationFile } from './kustomization-file.ts';
import type { KustomizeInput } from './kustomize-input.ts';

/**
 * What Flux takes for the resources of a folder without a kustomization: every YAML file below it, and every folder that has a kustomization
 * as a whole (`generateKustomization` in fluxcd/pkg/kustomize). Absolute, in the order of their names.
 */
export function generatedResources(folder: string, input: KustomizeInput): string[] {
  const found: string[] = [];
  const enter = (at: string, depth: number): void => {
    for (const name of input.list(at)) {
      const target = path.join(at, name);
      const kind = input.kind(target);
      if (kind === 'folder') {
        if (input.isApplied(target)) continue;
        if (kustomizationFile(target, input) !== undefined) found.push(target);
        else if (depth < LIMITS.folderDepth && !name.startsWith('.')) enter(target, depth + 1);
      } else if (kind === 'file' && /\.ya?ml$/.test(name) && !isKustomizationName(name)) found.push(target);
    }
  };
  enter(folder, 0);
  return found;
}
