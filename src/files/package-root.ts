import { existsSync } from 'node:fs';
import path from 'node:path';
import { builtinModule } from './builtin-module.ts';

/** The folder of chartlint's own package.json, from the sources as well as from the bundle. */
export function packageRoot(): string {
  const { fileURLToPath } = builtinModule<typeof import('node:url')>('node:url')!;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'schemas')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
