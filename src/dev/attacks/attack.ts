import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../cli/run.ts';

/** What one attack tries: calls `lint` for each input and `found` for what must not be. */
export type Attack = (trial: Trial) => Promise<void>;

/** Runs the command line in process over projects that are made for it, and counts. */
export class Trial {
  tried = 0;
  /** Seconds. */
  slowest = 0;
  readonly problems: string[] = [];

  found(problem: string): void {
    this.problems.push(problem);
  }

  /** Calls `use` with a folder that holds the files. */
  async project(
    files: Readonly<Record<string, string>>,
    use: (folder: string) => Promise<void>,
  ): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-attack-'));
    try {
      for (const [name, text] of Object.entries({ '.git/HEAD': '', ...files })) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** All that a run prints. What it throws, or calls a bug of chartlint, is found. */
  async run(args: readonly string[], cwd: string): Promise<string> {
    let output = '';
    const print = (text: string): void => {
      output += text;
    };
    const io = { cwd, env: {}, isTerminal: false, stdout: print, stderr: print, readStdin: async () => '' };
    const start = performance.now();
    try {
      await run(args, io);
    } catch (error) {
      this.found(`${args.join(' ')} throws ${error instanceof Error ? error.stack : String(error)}`);
    }
    this.slowest = Math.max(this.slowest, (performance.now() - start) / 1000);
    const failed = /this is a bug in chartlint.*|.*\[(?:chart|rule)\/failed\].*/.exec(output);
    if (failed !== null) this.found(`${args.join(' ')}: ${failed[0]}`);
    return output;
  }
}
