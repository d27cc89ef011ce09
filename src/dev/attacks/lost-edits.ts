import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import { fixMeanwhile } from './fix-meanwhile.ts';
import { UNFIXED, unfixed, unfixedFiles } from './unfixed-files.ts';

const FILES = 200;
/** Coprime to the number of files: edits come behind and ahead of the fixes. */
const STRIDE = 37;

/** Edits of all files while `--fix` rewrites them, in place and by renaming: none is lost, and nothing is torn or left behind. */
export const lostEdits: Attack = async (trial) => {
  for (const how of ['append', 'rename'] as const) {
    await trial.project(unfixedFiles(FILES), async (folder) => {
      const fileOf = (i: number): string => path.join(folder, `d${i}`, 'values.yaml');
      const edited = trial.some(Array.from({ length: FILES }, (_, i) => (i * STRIDE) % FILES));
      await fixMeanwhile(trial, folder, async () => {
        for (const i of edited) {
          trial.tried += 1;
          if (how === 'append') appendFileSync(fileOf(i), '# mine\n');
          else {
            writeFileSync(`${fileOf(i)}.new`, `${readFileSync(fileOf(i), 'utf8')}# mine\n`);
            renameSync(`${fileOf(i)}.new`, fileOf(i));
          }
          await setTimeout(5);
        }
      });
      for (const i of edited) {
        const text = readFileSync(fileOf(i), 'utf8');
        if (unfixed(text) !== `${UNFIXED}# mine\n`)
          trial.found(`the edit of file ${i} by ${how} is lost or torn`);
        if (readdirSync(path.dirname(fileOf(i))).length > 1)
          trial.found(`something is left beside file ${i}`);
      }
    });
  }
};
