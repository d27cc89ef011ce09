import { endProcess } from '../files/end-process.ts';
import { terminal } from '../files/terminal.ts';
import { isPipeClosed, isStillWriting, writeAll } from '../files/write-all.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { LIMITS } from '../model/limits.ts';
import { textOf } from '../model/text-of.ts';
import { armProcessGuard, failedOutsideOfRules, hasPlugins } from '../project/guard-process.ts';
import { EXIT } from './cli-io.ts';
import { run } from './run.ts';

armProcessGuard();
let result: number | undefined;
process.on('exit', () => {
  if (isPipeClosed()) return;
  // Whoever ends the process before the run is done must not make it look as if nothing was found.
  if (result === undefined) writeAll(2, 'chartlint: the run was ended before it was done\n');
  process.exitCode = failedOutsideOfRules() ? EXIT.usage : (result ?? EXIT.usage);
});

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
  result = code;
  process.exitCode = code;
  // What a plugin left running does not keep the program from ending.
  if (hasPlugins()) setInterval(() => !isStillWriting() && endProcess(), 100).unref();
});

/** What is left to print is of no interest to a pipe that is closed. */
function write(descriptor: 1 | 2, text: string): void {
  if (!writeAll(descriptor, text)) endProcess();
}
