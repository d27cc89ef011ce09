import { existsSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../api/version.ts';
import { cacheLocation } from '../cache/cache-location.ts';
import { type KeptOutput, writeRun } from '../cache/kept-run.ts';
import { makeCacheFolder } from '../cache/make-cache-folder.ts';
import { runFile } from '../cache/run-key.ts';
import { diskFiles } from '../files/disk-files.ts';
import { executableBuild } from '../files/executable-build.ts';
import { FactRecorder } from '../files/fact-recorder.ts';
import type { DiskFact } from '../files/facts.ts';
import { failureReason } from '../files/failure-reason.ts';
import type { FileSystem } from '../files/file-system.ts';
import { keepFacts } from '../files/keep-facts.ts';
import { packageRoot } from '../files/package-root.ts';
import { shownPath } from '../files/shown-path.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { WriteRefused } from '../files/write-refused.ts';
import type { PreparedRun, RuleFlags } from '../project/apply-config.ts';
import { ReleaseCache } from '../session/release-cache.ts';
import type { CliIo } from './cli-io.ts';
import { isFitToKeep } from './is-fit-to-keep.ts';

/** How a run that is kept is started. */
export interface CachedStart {
  readonly args: readonly string[];
  /** The folder that the flags name. */
  readonly named: string | undefined;
  /** The files that the flags let the run write, absolute. */
  readonly outputs: readonly string[];
  /** Whether the whole run can be told again; if not, only what is found in each release is kept. */
  readonly whole: boolean;
}

/** What a run that is kept prints and writes through, and what it knows of earlier runs. */
export interface RunCache {
  /** What the run reads from, so that everything is noted down. */
  readonly files: FileSystem;
  print(text: string, stream: 'stdout' | 'stderr'): void;
  readonly writeFile: typeof writeFileAtomically;
  /** What is known of releases under these settings. */
  releases(prepared: PreparedRun, flags: RuleFlags): ReleaseCache | undefined;
}

/** Runs with `--cache`: whatever the run asks the disk is noted down, and what it finds and prints is kept with that. */
export async function runCached(
  { args, named, outputs, whole }: CachedStart,
  io: CliIo,
  run: (cache?: RunCache) => Promise<number>,
): Promise<number> {
  const location = cacheLocation(named, io);
  if (location === undefined) {
    io.stderr(
      'chartlint: --cache keeps nothing: the user has no folder for caches outside of the project; CHARTLINT_CACHE_KEY and --cache-location stand for it\n',
    );
    return run();
  }
  const { folder, key } = location;
  try {
    makeCacheFolder(folder, io.cwd);
  } catch (error) {
    const reason = error instanceof WriteRefused ? error.message : failureReason(error);
    io.stderr(`chartlint: --cache keeps nothing in "${shownPath(folder, io.cwd)}": ${reason}\n`);
    return run();
  }
  const recorder = new FactRecorder(diskFiles, new Set([folder, ...outputs]));
  if (executableBuild === undefined) recorder.read(programFile());
  const printed: KeptOutput[] = [];
  let releases: ReleaseCache | undefined;
  const cache: RunCache = {
    files: recorder,
    print: (text, stream) => {
      printed.push({ to: stream, text: Buffer.from(text) });
      io[stream](text);
    },
    writeFile: (file, text, replacement) => {
      printed.push({ to: { file }, text: Buffer.from(text) });
      writeFileAtomically(file, text, replacement);
    },
    releases: (prepared, flags) => {
      if (recorder.refusal !== undefined) return undefined;
      const read = recorder.recorded().facts.filter(([ask]) => ask === 'content');
      const settings = JSON.stringify([
        executableBuild ?? VERSION,
        process.version,
        settingsOf(prepared, flags, read),
      ]);
      releases = new ReleaseCache(location, settings, io.cwd, recorder, isFitToKeep);
      return releases;
    },
  };
  const exitCode = await run(cache);
  if (recorder.refusal !== undefined) {
    io.stderr(`chartlint: --cache keeps nothing of this run: ${recorder.refusal}\n`);
    return exitCode;
  }
  releases?.write();
  if (whole) {
    const facts = keepFacts(recorder.recorded(), io.cwd);
    writeRun(runFile({ ...io, args }, folder), { ...facts, outputs: printed, exitCode }, key);
  }
  return exitCode;
}

/** The launcher names the build of the program, so that its content stands for the whole program. */
function programFile(): string {
  const launcher = path.join(packageRoot(), 'dist', 'cli.cjs');
  return existsSync(launcher) ? launcher : (process.argv[1] ?? process.execPath);
}

/** Everything that decides what is found in a release besides its files. So far `read` holds the program and its plugins. */
function settingsOf(
  { options, loaded }: PreparedRun,
  { preset, rule }: RuleFlags,
  read: readonly DiskFact[],
): unknown {
  // What is linted at all, and what is hidden of it afterwards, is decided anew in each run; every other option counts.
  const { inputs: _, changes, shard, stdin, onProgress, ...deciding } = options;
  // A comment in a configuration that is data changes nothing; one that is a program may hold rules.
  const programs = read.filter(([, file]) => file !== loaded?.file || !/\.(?:ya?ml|json)$/.test(file));
  const { ignore, baseline, ...config } = loaded?.config ?? {};
  const configured = [loaded?.file, config, programs];
  return [deciding, preset, rule, configured];
}
