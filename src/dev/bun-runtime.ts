import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ExecutableTarget } from './executable-targets.ts';

/**
 * The path of the runtime of a target. What `npm ci` did not install for this machine is fetched by npm, once, and must be what
 * `package-lock.json` says. Throws an Error when it is something else.
 */
export function bunRuntime(root: string, { runtime, os }: ExecutableTarget): string {
  const program = path.join('bin', os === 'win32' ? 'bun.exe' : 'bun');
  const installed = path.join(root, 'node_modules', runtime, program);
  if (existsSync(installed)) return installed;
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string } | undefined>;
  };
  const locked = lock.packages[`node_modules/${runtime}`];
  if (locked === undefined) throw new Error(`package-lock.json does not name ${runtime}`);
  const folder = path.join(
    root,
    'node_modules',
    '.cache',
    'runtimes',
    `${path.basename(runtime)}-${locked.version}`,
  );
  const fetched = path.join(folder, 'package', program);
  if (existsSync(fetched)) return fetched;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', `${runtime}@${locked.version}`], {
      cwd: unfinished,
      encoding: 'utf8',
    }),
  ) as { filename: string }[];
  const tarball = path.join(unfinished, packed!.filename);
  const [algorithm = '', hash] = locked.integrity.split(/-(.*)/s);
  if (createHash(algorithm).update(readFileSync(tarball)).digest('base64') !== hash)
    throw new Error(`${runtime} ${locked.version} is not what package-lock.json says`);
  execFileSync('tar', ['-xzf', tarball, '-C', unfinished]);
  rmSync(tarball);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return fetched;
}
