import { terminal } from '../files/terminal.ts';
import { writeAll } from '../files/write-all.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { textOf } from '../model/text-of.ts';
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
    let bytes = 0;
    for await (const chunk of process.stdin) {
      bytes += (chunk as Buffer).length;
      if (bytes > LIMITS.fileBytes)
        throw new LimitReached(
          'fileBytes',
          `standard input holds more than ${LIMITS.fileBytes / 1024 / 1024} MiB`,
        );
      chunks.push(chunk as Buffer);
    }
    return textOf(Buffer.concat(chunks));
  },
}).then((code) => {
  process.exitCode = code;
});

/** What is left to print is of no interest to a pipe that is closed. */
function write(descriptor: 1 | 2, text: string): void {
  if (!writeAll(descriptor, text)) process.exit();
}
