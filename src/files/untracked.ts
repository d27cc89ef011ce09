import type { FileSystem } from './file-system.ts';

/** For file systems that take no note of who asks what. */
export const UNTRACKED: Pick<FileSystem, 'shared' | 'later'> = {
  shared: (load) => {
    const loaded = load();
    return () => loaded;
  },
  later: (ask) => ask,
};
