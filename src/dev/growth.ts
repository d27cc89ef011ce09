import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HostileInput } from './hostile/hostile-input.ts';
import { HOSTILE_INPUTS } from './hostile-inputs.ts';

/**
 * `npm run growth -- [WORDS]`: runs the built command line on every hostile input (or those whose name the regular expression matches) at its
 * size, twice and four times that, and prints seconds of computing, peak memory and by how much each step grows. `CHARTLINT_CLI` names another
 * program than `dist/cli.cjs`. Ends with 1 when a step grows by more than `MOST`.
 */
const MOST = 2.3;
/** Seconds after which a run counts as hanging. */
const PATIENCE = 60;
/** How often an input that seems to grow by more is measured again. */
const AGAIN = 4;
/** What is shorter, in seconds beyond a run over nothing, is noise and not compared. */
const NOISE = 0.25;
/** Says on a fourth channel how much memory the process has held at its most, in KiB, and how long it has computed, in microseconds. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  // `maxRSS` starts at that of the process which made this one; Linux knows the own peak.
  "import fs from 'node:fs';process.on('exit',()=>{const u=process.resourceUsage();let p=u.maxRSS;try{p=/VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status','utf8'))[1]}catch{}fs.writeSync(3,p+' '+(u.userCPUTime+u.systemCPUTime))})",
)}`;

interface Measured {
  /** Of all processors: what else the machine does counts little. */
  readonly seconds: number;
  /** MiB; undefined for a process that was ended. */
  readonly peak: number | undefined;
  readonly code: number | null;
}

const program = path.resolve(process.env.CHARTLINT_CLI ?? 'dist/cli.cjs');
const words = process.argv.slice(2).join(' ');
const nothing = Math.min(
  ...[1, 2, 3].map(
    () => measured({ name: '', size: 1, files: () => ({ 'values.yaml': 'a: 1\n' }) }, 1).seconds,
  ),
);
process.stdout.write(`nothing: ${nothing.toFixed(2)} s\n`);
for (const input of HOSTILE_INPUTS) {
  if (!new RegExp(words).test(input.name)) continue;
  const runs: Measured[] = [];
  for (const step of [1, 2, 4]) {
    runs.push(measured(input, step * input.size));
    if (runs.at(-1)!.peak === undefined) break;
  }
  let growths = growthsOf(runs);
  // What else the machine does can only add: the least of several runs is nearest to what the input takes.
  for (let again = 0; again < AGAIN && growths.some((step) => step > MOST); again++) {
    for (const [i, step] of [1, 2, 4].slice(0, runs.length).entries()) {
      const run = measured(input, step * input.size);
      if (run.seconds < runs[i]!.seconds) runs[i] = run;
    }
    growths = growthsOf(runs);
  }
  const bad = runs.some(({ peak }) => peak === undefined) || growths.some((step) => step > MOST);
  if (bad) process.exitCode = 1;
  const shown = runs.map(
    ({ seconds, peak, code }) =>
      `${seconds.toFixed(2)} s ${peak === undefined ? 'ended' : `${peak.toFixed(0)} MiB`} ${code}`,
  );
  process.stdout.write(
    `${bad ? '!' : ' '} ${input.name.padEnd(50)} ${shown.join(' | ')} | ${growths.map((step) => step.toFixed(1)).join(' ')}\n`,
  );
}

function growthsOf(runs: readonly Measured[]): number[] {
  return runs.slice(1).map((run, i) => growth(runs[i]!, run));
}

function growth(before: Measured, after: Measured): number {
  const [less, more] = [before.seconds - nothing, after.seconds - nothing];
  return more < NOISE ? 1 : more / Math.max(less, NOISE / 2);
}

function measured(input: HostileInput, size: number): Measured {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-growth-'));
  try {
    for (const [name, content] of Object.entries(input.files(size))) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    for (const [name, target] of Object.entries(input.links?.(size) ?? {})) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      symlinkSync(target, path.join(folder, name));
    }
    mkdirSync(path.join(folder, '.git'));
    const { status, output } = spawnSync(
      process.execPath,
      ['--import', TELL_PEAK, program, ...(input.args ?? [])],
      {
        cwd: folder,
        timeout: PATIENCE * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 1 << 30,
        stdio: [input.stdin === 'endless' ? openSync('/dev/zero', 'r') : 'ignore', 'pipe', 'pipe', 'pipe'],
      },
    );
    const told = output?.[3]?.toString() ?? '';
    const [peak, time] = told === '' ? [] : told.split(' ').map(Number);
    if (process.env.SHOW)
      process.stdout.write(
        `${output?.[1]?.toString().slice(0, 1500)}${output?.[2]?.toString().slice(0, 600)}\n`,
      );
    return {
      seconds: time === undefined ? PATIENCE : time / 1e6,
      peak: peak === undefined ? undefined : peak / 1024,
      code: status,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
