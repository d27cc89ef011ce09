import { textOf } from '../model/text-of.ts';
import type { FileSystem, FolderEntry } from './file-system.ts';
import { path } from './path.ts';
import { UNTRACKED } from './untracked.ts';

/** A file system of texts. Paths are absolute; the folders are those that the paths name. */
export interface MemoryFiles extends FileSystem {
  /** Puts a text in the place of what the file holds. */
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
}

/** Makes one that holds these files. */
export function memoryFiles(
  contents: Iterable<readonly [file: string, content: string | Uint8Array]>,
): MemoryFiles {
  const files = new Map<string, string | Uint8Array>();
  /** The names in each folder, and whether they are files. */
  const folders = new Map<string, Map<string, boolean>>();
  const link = (file: string, isFile: boolean): void => {
    const folder = path.dirname(file);
    if (folder === file) return;
    const names = folders.get(folder) ?? new Map<string, boolean>();
    names.set(path.basename(file), isFile);
    if (!folders.has(folder)) {
      folders.set(folder, names);
      link(folder, false);
    }
  };
  const write = (file: string, content: string | Uint8Array): void => {
    files.set(file, content);
    link(file, true);
  };
  const unlink = (file: string): void => {
    const folder = path.dirname(file);
    const names = folders.get(folder);
    names?.delete(path.basename(file));
    if (names?.size !== 0 || folder === file) return;
    folders.delete(folder);
    unlink(folder);
  };
  const contentOf = (file: string): string | Uint8Array => {
    const content = files.get(file);
    if (content === undefined) throw failure(folders.has(file) ? 'EISDIR' : 'ENOENT', file);
    return content;
  };
  for (const [file, content] of contents) write(file, content);
  return {
    ...UNTRACKED,
    write,
    remove: (file) => {
      if (files.delete(file)) unlink(file);
    },
    exists: (file) => files.has(file) || folders.has(file),
    kind: (file) => (files.has(file) ? 'file' : folders.has(file) ? 'folder' : 'none'),
    size: (file) => {
      const content = files.get(file) ?? '';
      return typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
    },
    read: (file) => {
      const content = contentOf(file);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    readText: (file) => {
      const content = contentOf(file);
      return typeof content === 'string' ? content : textOf(content);
    },
    list: (folder) => {
      const names = folders.get(folder);
      if (names === undefined) throw failure(files.has(folder) ? 'ENOTDIR' : 'ENOENT', folder);
      return Array.from(names, ([name, isFile]) => folderEntry(name, isFile));
    },
    real: (file) => {
      if (!files.has(file) && !folders.has(file)) throw failure('ENOENT', file);
      return file;
    },
    isLink: () => false,
    stats: () => undefined,
    // Texts are kept anyway, and equal texts are found equal faster than they are hashed.
    nameContent: (content) => (typeof content === 'string' ? content : textOf(content)),
  };
}

/** An entry of a folder that is no link. */
export function folderEntry(name: string, isFile: boolean): FolderEntry {
  return { name, isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
}

function failure(code: 'ENOENT' | 'EISDIR' | 'ENOTDIR', file: string): Error {
  return Object.assign(new Error(`${code}: "${file}"`), { code });
}
