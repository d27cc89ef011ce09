import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type CacheLocation, cacheLocation, cacheOf } from '../../src/cache/cache-location.ts';
import type { KeptRun } from '../../src/cache/kept-run.ts';
import { knownRun } from '../../src/cache/known-run.ts';
import { readPack, writePack } from '../../src/cache/private-pack.ts';
import type { CliIo } from '../../src/cli/cli-io.ts';
import { type CliRun, runCli } from '../run-cli.ts';

/** The environment of a user whose caches lie beside the working directory. */
export function userOf(cwd: string): Record<string, string> {
  const caches = `${cwd}-caches`;
  return { HOME: caches, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches };
}

/** Runs the command line in process as that user. */
export function runKept(args: readonly string[], cwd: string, env: CliIo['env'] = {}): Promise<CliRun> {
  return runCli(args, cwd, { env: { ...userOf(cwd), ...env } });
}

/** Where runs in a working directory are kept. */
export function cacheIn(cwd: string, folder?: string): CacheLocation {
  return cacheLocation(folder, { cwd, env: userOf(cwd) })!;
}

/** What the launcher would print without loading the program, as `runCli` prints it. */
export function replayed(
  args: readonly string[],
  cwd: string,
  env: CliIo['env'] = userOf(cwd),
): CliRun | undefined {
  const start = { args, cwd, env, isTerminal: false };
  const run = knownRun(start, cacheOf(args, start)!);
  return run && asCliRun(run);
}

function asCliRun({ outputs, exitCode }: KeptRun): CliRun {
  const printed = (stream: 'stdout' | 'stderr'): string =>
    outputs.flatMap(({ to, text }) => (to === stream ? [text.toString('utf8')] : [])).join('');
  return { exitCode, stdout: printed('stdout'), stderr: printed('stderr') };
}

/** Marks every text of a finding that is kept, whole or in parts, so that a report tells what it took from the cache. */
export function markKept({ folder, key }: CacheLocation): void {
  for (const file of keptFiles(folder)) {
    const pieces = readPack(file, key)!;
    const marked = Array.from(pieces, ([id, piece]): [string, Buffer] => [
      id,
      Buffer.from(piece.toString('utf8').replaceAll(/"(?:message|problem)":"/g, '$&KEPT ')),
    ]);
    writePack(file, new Map(marked), 99, key);
  }
}

/** The files with what was found in releases. */
export function keptFiles(folder: string): string[] {
  const releases = path.join(folder, 'chartlint-releases');
  return readdirSync(releases).map((name) => path.join(releases, name));
}

/** The file of the only run that is kept. */
export function keptRunFile(folder: string): string {
  const runs = path.join(folder, 'chartlint-runs');
  const [name = '', ...more] = readdirSync(runs);
  if (more.length > 0) throw new Error('several runs are kept');
  return path.join(runs, name);
}
