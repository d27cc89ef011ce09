import { fstatSync, statSync } from 'node:fs';
import { run } from './run.ts';
import { writeAll } from './write-all.ts';

// The program is loaded as a script, which cannot await.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: isTerminal(),
  stdout: (text) => writeAll(1, text),
  stderr: (text) => writeAll(2, text),
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  },
}).then((code) => {
  process.exitCode = code;
});

/** Asks `process.stdout` only where it may be one: making that object loads all of Node's streams. */
function isTerminal(): boolean {
  try {
    const stats = fstatSync(1);
    if (
      process.platform !== 'win32' &&
      (!stats.isCharacterDevice() || stats.rdev === statSync('/dev/null').rdev)
    ) {
      return false;
    }
  } catch {
    // Closed, or of a kind that cannot be asked.
  }
  return process.stdout.isTTY === true;
}
