import { emptyRows, type KeptFacts } from '../files/kept-facts.ts';
import { readPack, writePack } from './private-pack.ts';

/** What a run printed or wrote, in this order. */
export interface KeptOutput {
  /** A stream, or the file that `--output` or `--format` names, absolute. */
  readonly to: 'stdout' | 'stderr' | { readonly file: string };
  readonly text: Buffer;
}

/** A run that can be told again. */
export interface KeptRun {
  readonly facts: KeptFacts;
  /** What `stat` said about the files and folders, in their order. */
  readonly rows: Float64Array;
  readonly outputs: readonly KeptOutput[];
  readonly exitCode: number;
}

/** Runs that are kept: every command line, working directory and version of Node has its own. */
const MOST_RUNS = 200;
/** Bytes; a longer report is rather made anew. */
const MOST_OUTPUT = 32 * 1024 * 1024;

/** Reads a kept run. Undefined when there is none that can be relied on; never throws. */
export function readRun(file: string, key: Buffer): KeptRun | undefined {
  const pieces = readPack(file, key);
  if (pieces === undefined) return undefined;
  try {
    const { exitCode, targets, facts } = JSON.parse(pieces.get('run')!.toString('utf8')) as {
      exitCode: number;
      targets: KeptOutput['to'][];
      facts: KeptFacts;
    };
    const rows = emptyRows(facts);
    const bytes = pieces.get('rows')!;
    if (bytes.length !== rows.byteLength) return undefined;
    Buffer.from(rows.buffer).set(bytes);
    return { facts, rows, exitCode, outputs: targets.map((to, i) => ({ to, text: pieces.get(String(i))! })) };
  } catch {
    return undefined;
  }
}

/** Keeps a run unless its report is very long. Never throws. */
export function writeRun(file: string, { facts, rows, outputs, exitCode }: KeptRun, key: Buffer): void {
  if (outputs.reduce((sum, { text }) => sum + text.length, 0) > MOST_OUTPUT) return;
  const run = { exitCode, targets: outputs.map(({ to }) => to), facts };
  writePack(
    file,
    new Map([
      ['rows', Buffer.from(rows.buffer)],
      ['run', Buffer.from(JSON.stringify(run))],
      ...outputs.map(({ text }, i) => [String(i), text] as const),
    ]),
    MOST_RUNS,
    key,
  );
}
