import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/run.ts';
import { loadAnyValues } from '../load/load-any-values.ts';
import { loadValues } from '../load/load-values.ts';
import { fileSource } from '../model/source.ts';
import { FuzzChance } from './fuzz-chance.ts';
import { FUZZ_KINDS, type FuzzKind, fuzzProject } from './fuzz-project.ts';

/** What came of one mutated project. */
export interface FuzzRound {
  readonly kind: FuzzKind;
  readonly milliseconds: number;
  /** What must never be, in words; undefined when all went well. */
  readonly problem: string | undefined;
}

/** Commands that a project of strangers meets; `values.yaml` itself is in every one of them. */
const COMMANDS: readonly (readonly string[])[] = [
  ['--format', 'pretty'],
  ['--format', 'json'],
  ['--format', 'markdown'],
  ['--fix-unsafe', '--diff'],
  ['render', '--chart', '.'],
  ['values', '.'],
  ['why', 'image.tag', 'values.yaml'],
];

/** Milliseconds that a project of a few kilobytes may take at most on a busy machine. */
const MOST_TIME = 10_000;

/** Mutates a project by the seed and runs a command over it in a folder of its own, which `keep` leaves behind. */
export async function fuzzRound(
  seed: number,
  keep = false,
): Promise<FuzzRound & { readonly folder: string }> {
  const chance = new FuzzChance(seed);
  const kind = chance.pick(FUZZ_KINDS);
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-fuzz-'));
  mkdirSync(path.join(folder, '.git'));
  const project = fuzzProject(kind, chance);
  for (const [file, content] of project) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const values = project.get('values.yaml');
  let output = '';
  const print = (text: string): void => {
    output += text;
  };
  const start = Date.now();
  let problem: string | undefined;
  try {
    if (kind === 'readers') problem = readerDifference(String(values));
    const io = {
      cwd: folder,
      // In its log nothing may be a command, not even what is data.
      env: { GITHUB_ACTIONS: 'true' },
      isTerminal: false,
      stdout: print,
      stderr: print,
      readStdin: async () => '',
    };
    const code = await run(chance.pick(COMMANDS), io);
    problem ??= problemOf(output, code);
  } catch (error) {
    problem = `it throws ${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
  const milliseconds = Date.now() - start;
  if (milliseconds > MOST_TIME) problem ??= `it takes ${milliseconds} ms`;
  return { kind, milliseconds, problem, folder };
}

/** The reader of simple YAML and the one of all of it say the same of every text. */
function readerDifference(text: string): string | undefined {
  const source = fileSource('values.yaml');
  const [fast, full] = [loadValues, loadAnyValues].map((load) => {
    const { document, findings } = load(source, text, { helmMajor: undefined });
    return JSON.stringify([document?.data, findings]);
  });
  return fast === full ? undefined : `the readers differ: ${fast} and ${full}`;
}

function problemOf(output: string, code: number): string | undefined {
  const bug = /this is a bug in chartlint.*/.exec(output);
  if (bug !== null) return bug[0];
  if (![0, 1, 2].includes(code)) return `it ends with ${code}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const raw = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.exec(output);
  if (raw !== null) return `the output holds U+${raw[0].charCodeAt(0).toString(16).padStart(4, '0')}`;
  return /^::|##[a-z]*\[/im.exec(output) === null ? undefined : 'a line of the output is a workflow command';
}
