import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../cli/run.ts';
import { FuzzChance } from './fuzz-chance.ts';
import { FUZZ_KINDS, type FuzzKind, type FuzzProjectKind, fuzzProject } from './fuzz-project.ts';
import { fuzzReaders } from './fuzz-readers.ts';

/** What came of one seed. */
export interface FuzzRound {
  readonly kind: FuzzKind;
  /** Texts or projects that were tried. */
  readonly inputs: number;
  /** Of computing. */
  readonly milliseconds: number;
  /** What must never be, in words; undefined when all went well. */
  readonly problem: string | undefined;
}

/** Commands that a project of strangers meets. */
const commands = (about: string): readonly (readonly string[])[] => [
  ['--format', 'pretty'],
  ['--format', 'json'],
  ['--format', 'markdown'],
  ['--fix-unsafe', '--diff'],
  ...(about === 'values.yaml'
    ? [
        ['render', '--chart', '.'],
        ['values', '.'],
      ]
    : [
        ['render', about],
        ['values', about],
      ]),
  ['why', 'image.tag', about],
];

/** Milliseconds of computing that a project of a few kilobytes may take at most. */
const MOST_TIME = 10_000;

/** Texts that both readers read in a round of theirs. */
const TEXTS = 100;

/** Mutates something by the seed, of a kind that the seed chooses where none is given, and tries it. */
export async function fuzzRound(seed: number, only?: FuzzKind): Promise<FuzzRound> {
  const round = await timedRound(seed, only);
  if (round.problem !== undefined || round.milliseconds <= MOST_TIME) return round;
  // The first time may have gone into loading chartlint itself.
  const again = await timedRound(seed, only);
  const isSlow = again.milliseconds > MOST_TIME;
  return isSlow ? { ...again, problem: again.problem ?? `it takes ${again.milliseconds} ms` } : again;
}

async function timedRound(seed: number, only: FuzzKind | undefined): Promise<FuzzRound> {
  const chance = new FuzzChance(seed);
  const kind = only ?? chance.pick(FUZZ_KINDS);
  // A busy machine may take long over anything.
  const start = process.cpuUsage();
  const tried =
    kind === 'readers' ? readersRound(chance) : { inputs: 1, problem: await projectRound(kind, chance) };
  const { user, system } = process.cpuUsage(start);
  return { kind, ...tried, milliseconds: Math.round((user + system) / 1000) };
}

function readersRound(chance: FuzzChance): Pick<FuzzRound, 'inputs' | 'problem'> {
  const problems = Array.from({ length: TEXTS }, () => fuzzReaders(chance));
  return { inputs: TEXTS, problem: problems.find((problem) => problem !== undefined) };
}

/** Runs a command over a project in a folder of its own, which is left behind where something is wrong. */
async function projectRound(kind: FuzzProjectKind, chance: FuzzChance): Promise<string | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-fuzz-'));
  mkdirSync(path.join(folder, '.git'));
  const { files, about } = fuzzProject(kind, chance);
  for (const [file, content] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const args = chance.pick(commands(about));
  let output = '';
  const print = (text: string): void => {
    output += text;
  };
  const io = {
    cwd: folder,
    // In its log nothing may be a command, not even what is data.
    env: { GITHUB_ACTIONS: 'true' },
    isTerminal: false,
    stdout: print,
    stderr: print,
    readStdin: async () => '',
  };
  let problem: string | undefined;
  try {
    problem = problemOf(output, await run(args, io));
  } catch (error) {
    problem = `it throws ${error instanceof Error ? error.stack : String(error)}`;
  }
  if (problem === undefined) rmSync(folder, { recursive: true, force: true });
  return problem && `chartlint ${args.join(' ')} in ${folder}: ${problem}`;
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
