import type { FileSystem } from './file-system.ts';
import { folderEntry, memoryFiles } from './memory-files.ts';
import { UNTRACKED } from './untracked.ts';

/** A file system in which some texts take the place of what another one holds, or are there as well. */
export interface OverlayFiles extends FileSystem {
  /** Lays a text over the file (absolute). Links are not followed. */
  write(file: string, text: string): void;
  /** Takes the text away again, so that there is what the other file system holds. */
  remove(file: string): void;
}

/** Lays texts (by absolute paths) over a file system: standard input, what an editor has not saved, what fixes come to. */
export function overlayFiles(
  base: FileSystem,
  texts: Iterable<readonly [file: string, text: string]>,
): OverlayFiles {
  const over = memoryFiles(texts);
  const holder = (file: string): FileSystem => (over.kind(file) === 'file' ? over : base);
  const { isLink, stats, nameContent, globbing } = base;
  return {
    ...UNTRACKED,
    write: over.write,
    remove: over.remove,
    exists: (file) => over.exists(file) || base.exists(file),
    kind: (file) => {
      const kind = over.kind(file);
      return kind === 'none' ? base.kind(file) : kind;
    },
    size: (file) => holder(file).size(file),
    read: (file, most) => holder(file).read(file, most),
    readText: (file, most) => holder(file).readText(file, most),
    list: (folder) => {
      const kind = over.kind(folder);
      if (kind !== 'folder') return (kind === 'file' ? over : base).list(folder);
      const entries = base.exists(folder) ? base.list(folder) : [];
      const known = new Set(entries.map(({ name }) => name));
      const more = over.list(folder).filter(({ name }) => !known.has(name));
      return [...entries, ...more.map((entry) => folderEntry(entry.name, entry.isFile()))];
    },
    real: (file) => (base.exists(file) ? base.real(file) : over.real(file)),
    isLink,
    stats: (file) => (over.kind(file) === 'file' ? undefined : stats(file)),
    nameContent,
    ...(globbing === undefined ? {} : { globbing }),
  };
}
