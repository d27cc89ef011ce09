import { terminal } from '../files/terminal.ts';
import { writeAll } from '../files/write-all.ts';
import { run } from './run.ts';

// The program is loaded as a script, which cannot await.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  ...terminal(),
  typed: { args: process.argv.slice(2), now: () => new Date() },
  stdout: (text) => write(1, text),
  stderr: (text) => write(2, text),
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  },
}).then((code) => {
  process.exitCode = code;
});

/** What is left to print is of no interest to a pipe that is closed. */
function write(descriptor: 1 | 2, text: string): void {
  if (!writeAll(descriptor, text)) process.exit();
}
