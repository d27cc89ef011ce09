import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Trial } from './attack.ts';

/** Runs `--fix` of the built program (or of the one that `CHARTLINT_CLI` names) and does something to it or its files until it is over. */
export async function fixMeanwhile(
  trial: Trial,
  folder: string,
  meanwhile: (child: ChildProcess) => Promise<void>,
): Promise<void> {
  const program = path.resolve(process.env.CHARTLINT_CLI ?? 'dist/cli.cjs');
  const start = performance.now();
  const child = spawn(process.execPath, [program, '--fix', '--threads', '1'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const over = new Promise((resolve) => child.on('close', resolve));
  await meanwhile(child);
  await over;
  trial.took(performance.now() - start);
}
