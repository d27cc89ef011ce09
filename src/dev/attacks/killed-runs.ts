import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import { fixMeanwhile } from './fix-meanwhile.ts';
import { UNFIXED, unfixed, unfixedFiles } from './unfixed-files.ts';

const FILES = 60;
const KILLS = 54;
const SIGNALS = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

/** Signals during `--fix`, at the first fix of some file or at some time: every file is whole, and only SIGKILL leaves anything behind. */
export const killedRuns: Attack = async (trial) => {
  for (const i of trial.some(Array.from({ length: KILLS }, (_, n) => n))) {
    const signal = SIGNALS[i % SIGNALS.length]!;
    trial.tried += 1;
    await trial.project(unfixedFiles(FILES), async (folder) => {
      const fileOf = (n: number): string => path.join(folder, `d${n}`, 'values.yaml');
      await fixMeanwhile(trial, folder, async (child) => {
        if (i >= KILLS / 2) await setTimeout(200 + i * 8);
        else
          while (readFileSync(fileOf(i), 'utf8') === UNFIXED && child.exitCode === null) await setTimeout(1);
        child.kill(signal);
      });
      for (let n = 0; n < FILES; n++) {
        if (unfixed(readFileSync(fileOf(n), 'utf8')) !== UNFIXED) trial.found(`${signal} tears file ${n}`);
        const isLeft = readdirSync(path.dirname(fileOf(n))).length > 1;
        if (isLeft && signal !== 'SIGKILL') trial.found(`${signal} leaves something beside file ${n}`);
      }
    });
  }
};
