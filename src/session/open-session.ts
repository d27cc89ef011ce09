import { diskFiles } from '../files/disk-files.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { OverlayFiles } from '../files/overlay-files.ts';
import { path } from '../files/path.ts';
import { type FixFlags, isFixing } from './lint-run.ts';
import { type ProjectOptions, projectSession } from './project-session.ts';
import type { Session } from './session.ts';

/** A session over the disk. */
export interface OpenedSession {
  readonly session: Session;
  /** Takes what fixes come to; undefined when nothing is to be fixed. */
  readonly edits: OverlayFiles | undefined;
}

/**
 * Opens a session over the disk, or over `files` that stand for it: standard input and fixes lie over it, and where there will
 * be several lints (`isRepeated`, fixes) it takes note of what each release depends on.
 */
export async function openSession(
  options: ProjectOptions,
  {
    isRepeated = false,
    files = diskFiles,
    ...flags
  }: FixFlags & { isRepeated?: boolean; files?: FileSystem | undefined },
): Promise<OpenedSession> {
  const { stdin, cwd } = options.options;
  const fixes = isFixing(flags) || flags.diff === true;
  const edits = stdin === undefined && !fixes ? undefined : await overlay(files);
  if (stdin !== undefined) edits?.write(path.resolve(cwd, stdin.filename), stdin.text);
  const base = edits ?? files;
  if ((!fixes && !isRepeated) || options.store !== undefined) {
    return { session: projectSession(options, base), edits: fixes ? edits : undefined };
  }
  const { FactRecorder } = await import('../files/fact-recorder.ts');
  const { MemoryStore } = await import('./release-store.ts');
  const recorder = new FactRecorder(base);
  const store = (): InstanceType<typeof MemoryStore> => new MemoryStore(recorder);
  // Other threads read from the disk alone.
  const threads = edits === undefined ? options.threads : 1;
  return {
    session: projectSession({ ...options, store, threads }, recorder),
    edits: fixes ? edits : undefined,
  };
}

async function overlay(files: FileSystem): Promise<OverlayFiles> {
  return (await import('../files/overlay-files.ts')).overlayFiles(files, []);
}
