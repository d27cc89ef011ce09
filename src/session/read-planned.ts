import { SourceFiles } from '../documents/source-files.ts';
import type { ReleaseInput } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { PreparedRun } from '../project/apply-config.ts';
import type { PlannedRun } from './planned-run.ts';
import { ReleaseReader } from './release-reader.ts';

/** All releases of a run at once, for commands that look at few. */
export interface PlannedProject {
  readonly releases: readonly ReleaseInput[];
  /** What reading the files and finding the charts has found. */
  readonly findings: readonly Finding[];
  /** Text of every file read, by the file's name in spans. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads the files of all releases and finds their charts: everything up to the point where the pure pipeline takes over. */
export async function readPlanned(
  { options, files }: PreparedRun,
  { planned }: PlannedRun,
): Promise<PlannedProject> {
  const sources = new SourceFiles(options, files);
  const reader = new ReleaseReader(options, sources);
  const findings: Finding[] = [];
  const releases: ReleaseInput[] = [];
  for (const one of planned) {
    const { input, findings: found } = await reader.read(one);
    findings.push(...found);
    if (input !== undefined) releases.push(input);
  }
  return { releases, findings, sources: sources.texts };
}
