import { watch } from 'node:fs';
import path from 'node:path';
import { type CliIo, EXIT } from './cli-io.ts';
import { runGuarded } from './run-guarded.ts';

/** Editors write a file in several steps; what follows within this time (milliseconds) belongs to the same save. */
const SETTLE = 100;

/** Files that decide what a run says: values, schemas, charts, templates, configurations; and folders of them. */
const MATTERS = /\.(ya?ml|json|tpl|tgz|[cm]?[jt]s)$|(^|[\\/])[^.\\/]+$/;

/**
 * Runs once, then again after each change below the working directory, of which `change` is told first (absolute paths), until
 * the process is stopped. Resolves only when the watcher itself fails; rejects when the first run does.
 */
export async function watchLint(
  runOnce: () => Promise<number>,
  change: (paths: readonly string[]) => void,
  io: CliIo,
): Promise<number> {
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
    let changed = new Set<string>();
    const start = async (): Promise<void> => {
      if (running) {
        missed = true;
        return;
      }
      running = true;
      change([...changed]);
      changed = new Set();
      // A mistake in the configuration is mended while somebody watches.
      await runGuarded(io, async () => {
        await again();
        return EXIT.clean;
      });
      running = false;
      if (missed) {
        missed = false;
        await start();
      }
    };
    const watcher = watch(io.cwd, { recursive: true }, (_, file) => {
      if (file === null || /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(file)) return;
      changed.add(path.join(io.cwd, file));
      if (!MATTERS.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void start(), SETTLE);
    });
    watcher.on('error', reject);
  });
}
