import type { FileSystem } from '../files/file-system.ts';

/** Whether the file holds an object of Kubernetes, as those that GitOps tools apply; false for what cannot be read. */
export function isManifest(fileSystem: FileSystem, file: string): boolean {
  try {
    const text = fileSystem.readText(file);
    return /^apiVersion:/m.test(text) && /^kind:/m.test(text);
  } catch {
    return false;
  }
}
