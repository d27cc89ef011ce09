import type { FileSystem } from '../files/file-system.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { ShippedNames } from '../project/load-config.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { planRun } from './plan-run.ts';
import { createSession, type NotingFiles, type Session, type SessionWork } from './session.ts';

/** What a session lints in a project and how. */
export interface ProjectOptions extends Pick<SessionWork, 'store' | 'threads'> {
  readonly options: LintOptions;
  readonly flags: RuleFlags;
  readonly shipped: ShippedNames;
}

/** A session over a project as it lies on a disk, or in files that stand for one: configuration, values, charts, git. */
export function projectSession(
  { options, flags, shipped, ...work }: ProjectOptions,
  files: FileSystem & NotingFiles,
): Session {
  return createSession(
    {
      ...work,
      prepare: () => prepareRun(options, flags, shipped, files),
      plan: planRun,
      lintInThreads: async (...run) => (await import('./lint-in-threads.ts')).lintInThreads(...run),
    },
    files,
  );
}
