import { gunzipSync, gzipSync } from 'node:zlib';
import { FuzzChance } from '../fuzz-chance.ts';
import { packedChart } from '../packed-chart.ts';
import { type Attack, writeFiles } from './attack.ts';

const PROJECT = {
  'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies: [{ name: sub, version: 1.0.0 }]\n',
  'values.yaml': 'sub: { a: 2 }\n',
  'beside/values.yaml': 'a: [\n',
};
const ARCHIVE = 'charts/sub-1.0.0.tgz';
const ROUNDS = 400;

/** Archives that are cut, and changed before and after packing: what lies beside them is told, and so is each that is cut in what it holds. */
export const damagedArchives: Attack = async (trial) => {
  const chance = new FuzzChance(5);
  const whole = packedChart('sub', {
    'Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    'values.yaml': 'a: 1\n',
    'templates/a.yaml': 'a: {{ .Values.a }}\n',
  });
  // Helm reads it as well where the end alone is missing, which is empty.
  const inside = whole.length - 40;
  await trial.project(PROJECT, async (folder) => {
    for (const round of trial.some(Array.from({ length: ROUNDS }, (_, i) => i))) {
      const how = round % 3;
      const length = Math.floor((round / ROUNDS) * inside);
      const archive =
        how === 0
          ? whole.subarray(0, length)
          : how === 1
            ? changed(whole, whole.length, chance)
            : gzipSync(changed(gunzipSync(whole), 600, chance));
      writeFiles(folder, { [ARCHIVE]: archive });
      for (const args of [[], ...(round % 20 === 0 ? COMMANDS : [])]) {
        const { output } = await trial.run(args, folder);
        if (args.length > 0) continue;
        if (!output.includes('beside/values.yaml:1:4'))
          trial.found(`archive ${round} hides what lies beside it`);
        if (how === 0 && !output.includes('chart/unreadable'))
          trial.found(`an archive cut at ${length} is silent`);
      }
    }
  });
};

const COMMANDS = [
  ['render', '--chart', '.'],
  ['values', '.'],
  [ARCHIVE],
  ['values', ARCHIVE],
  ['render', '--chart', ARCHIVE],
];

/** The bytes with one to six changed among the first `within`. */
function changed(bytes: Uint8Array, within: number, chance: FuzzChance): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + chance.below(6); left > 0; left--) copy[chance.below(within)] = chance.below(256);
  return copy;
}
