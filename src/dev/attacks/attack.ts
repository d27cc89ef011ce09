import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capturedRun } from '../captured-run.ts';

/** What one attack tries: `run` for each input, and `found` for what must not be. */
export type Attack = (trial: Trial) => Promise<void>;

/** The files of a project by name; a link says where it points. */
export type AttackFiles = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** What a run printed, and how it ended; -1 for one that threw. */
export interface AttackRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both of them. */
  readonly output: string;
}

/** Runs the command line in process over projects that are made for it, and counts. */
export class Trial {
  tried = 0;
  /** Seconds. */
  slowest = 0;
  readonly problems: string[] = [];
  readonly #most: number;

  /** `most`: of every list, so many items are tried, spread over it. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** The items that this trial tries. */
  some<T>(items: readonly T[]): readonly T[] {
    const step = Math.max(1, items.length / this.#most);
    return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  }

  found(problem: string): void {
    this.problems.push(problem);
  }

  /** Counts what takes so long as the slowest where it is. */
  took(milliseconds: number): void {
    this.slowest = Math.max(this.slowest, milliseconds / 1000);
  }

  /** Calls `use` with a folder that is a repository and holds the files. */
  async project(files: AttackFiles, use: (folder: string) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-attack-'));
    try {
      writeFiles(folder, { '.git/HEAD': '', ...files });
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** A run is tried. What it throws, or calls a bug of chartlint, is found. */
  async run(
    args: readonly string[],
    cwd: string,
    {
      env = {},
      stdin = '',
    }: { readonly env?: Readonly<Record<string, string>>; readonly stdin?: string } = {},
  ): Promise<AttackRun> {
    this.tried += 1;
    let answer = { code: -1, stdout: '', stderr: '' };
    const start = performance.now();
    try {
      answer = await capturedRun(args, cwd, env, stdin);
    } catch (error) {
      this.found(`${args.join(' ')} throws ${error instanceof Error ? error.stack : String(error)}`);
    }
    this.took(performance.now() - start);
    const output = answer.stdout + answer.stderr;
    const failed = /this is a bug in chartlint.*|.*\[(?:chart|rule)\/failed\].*/.exec(output);
    if (failed !== null) this.found(`${args.join(' ')}: ${failed[0]}`);
    return { ...answer, output };
  }
}

/** Writes files and links below a folder. */
export function writeFiles(folder: string, files: AttackFiles): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
}
