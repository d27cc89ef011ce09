import { watch } from 'node:fs';
import type { CliIo } from './cli-io.ts';

/** Editors write a file in several steps; what follows within this time (milliseconds) belongs to the same save. */
const SETTLE = 100;

/** Files that decide what a run says: values, schemas, charts, templates, configurations. */
const MATTERS = /\.(ya?ml|json|tpl|tgz|[cm]?[jt]s)$/;

/**
 * Runs once, then again after each change below the working directory, until the process is stopped. Resolves only when the
 * watcher itself fails.
 */
export async function watchLint(runOnce: () => Promise<number>, io: CliIo): Promise<number> {
  const again = async (): Promise<void> => {
    if (io.isTerminal) io.stdout('\u001b[2J\u001b[3J\u001b[H');
    await runOnce();
    io.stderr('chartlint: waiting for changes; stop with Ctrl-C\n');
  };
  await again();
  return new Promise((_, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let missed = false;
    const start = async (): Promise<void> => {
      if (running) {
        missed = true;
        return;
      }
      running = true;
      await again().catch(reject);
      running = false;
      if (missed) {
        missed = false;
        await start();
      }
    };
    const watcher = watch(io.cwd, { recursive: true }, (_, file) => {
      if (file === null || !MATTERS.test(file) || /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void start(), SETTLE);
    });
    watcher.on('error', reject);
  });
}
