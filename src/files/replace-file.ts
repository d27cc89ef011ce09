import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes the whole file or nothing: into a neighbour first, which then takes the file's place and keeps its mode. Behind a
 * symbolic link the file that it leads to is written. Throws what the file system throws.
 */
export function replaceFile(file: string, text: string | Uint8Array): void {
  const target = targetOf(file);
  const neighbour = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    const there = statSync(target, { throwIfNoEntry: false });
    // A terminal or a pipe cannot be replaced.
    if (there !== undefined && !there.isFile()) {
      writeFileSync(target, text);
      return;
    }
    writeFileSync(neighbour, text);
    // The mode of a new file would be cut by the umask.
    if (there !== undefined) chmodSync(neighbour, there.mode & 0o7777);
    renameSync(neighbour, target);
  } catch (error) {
    if (existsSync(neighbour)) rmSync(neighbour);
    throw error;
  }
}

function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // It does not exist yet, or leads nowhere: then it is written as it is named.
    return file;
  }
}
