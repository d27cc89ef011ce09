import type { Dirent, Stats } from 'node:fs';
import type { FileSystemAdapter } from 'fast-glob';
import { builtinModule } from './builtin-module.ts';
import { path } from './path.ts';

/** Whoever takes note of what globs look at. */
export interface GlobObserver {
  /** Before a folder is read. */
  look(folder: string): void;
  listed(folder: string, entries: Dirent[]): Dirent[];
  kind(file: string): unknown;
  refuse(reason: string): void;
}

/** What globs ask Node, with an observer told of it; nothing where there is no Node. */
export function observedGlobs(observer: GlobObserver): Partial<FileSystemAdapter> {
  const fs = builtinModule<typeof import('node:fs')>('node:fs');
  if (fs === undefined) return {};
  return {
    readdir: ((folder: string, _: object, done: (error: Error | null, entries?: Dirent[]) => void) => {
      const place = path.resolve(folder);
      observer.look(place);
      fs.readdir(place, { withFileTypes: true }, (error, entries) => {
        if (error === null) done(null, observer.listed(place, entries));
        else {
          observer.refuse(`"${place}" cannot be read`);
          done(error);
        }
      });
    }) as FileSystemAdapter['readdir'],
    lstat: ((file: string, done: (error: Error | null, stats: Stats) => void) => {
      observer.kind(path.resolve(file));
      fs.lstat(file, done);
    }) as FileSystemAdapter['lstat'],
    stat: ((file: string, done: (error: Error | null, stats: Stats) => void) => {
      observer.kind(path.resolve(file));
      fs.stat(file, done);
    }) as FileSystemAdapter['stat'],
  };
}
