import { path } from '../../files/path.ts';
import type { KustomizeInput } from './kustomize-input.ts';

/** The names that Kustomize looks for, in its order (`konfig.RecognizedKustomizationFileNames`). */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The kustomization of a folder; undefined when it has none. */
export function kustomizationFile(folder: string, input: Pick<KustomizeInput, 'kind'>): string | undefined {
  return NAMES.map((name) => path.join(folder, name)).find((file) => input.kind(file) === 'file');
}

/** Whether a file of this name is a kustomization. */
export function isKustomizationName(file: string): boolean {
  return NAMES.includes(path.basename(file));
}
