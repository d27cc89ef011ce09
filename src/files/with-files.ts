import { AsyncLocalStorage } from 'node:async_hooks';
import { type FileSystem, observeFiles } from './observed-files.ts';

const observing = new AsyncLocalStorage<FileSystem>();

/** Lets this file system answer whatever is asked within `run`, also behind its promises. */
export function withFiles<T>(files: FileSystem, run: () => T): T {
  observeFiles(() => observing.getStore());
  return observing.run(files, run);
}
