import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuzzChance } from '../fuzz-chance.ts';
import type { Attack } from './attack.ts';

const FILES = {
  'values.yaml': 'a: 1\na: 2\n',
  'b/values.yaml': 'image:\n  repository: python\n  tag: 3.10\n',
  'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
};
const PLACES = ['.chartlint_cache', 'node_modules/.cache/chartlint', '.cache/chartlint'];

/** Caches that a stranger made, whole, changed, cut and mixed up, where the run looks for its own: each run says what one without says. */
export const foreignCaches: Attack = async (trial) => {
  const chance = new FuzzChance(3);
  await trial.project(FILES, async (folder) => {
    const { stdout: truth } = await trial.run(['--format', 'json'], folder);
    for (const place of trial.some(PLACES)) {
      const args = ['--cache-location', place, '--format', 'json'];
      await trial.run(args, folder, { env: { CHARTLINT_CACHE_KEY: 'stranger' } });
      const entries = readdirSync(path.join(folder, place), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
      const kept = entries.map((file) => readFileSync(file));
      if (entries.length === 0) trial.found(`nothing is kept in ${place}`);
      for (const round of trial.some(Array.from({ length: 100 }, (_, i) => i))) {
        for (const file of entries)
          writeFileSync(file, round === 0 ? kept[0]! : changed(chance.pick(kept), chance));
        // With the key of the stranger as well: what is cut or changed counts for nobody.
        const key = round % 2 === 0 ? 'own' : 'stranger';
        const { stdout } = await trial.run(args, folder, { env: { CHARTLINT_CACHE_KEY: key } });
        if (stdout !== truth) trial.found(`round ${round} in ${place} says ${stdout.slice(0, 200)}`);
      }
    }
  });
};

/** The bytes as they are, cut, or with some of them changed. */
function changed(bytes: Uint8Array, chance: FuzzChance): Uint8Array {
  const how = chance.below(10);
  if (how === 0) return bytes;
  if (how === 1) return bytes.subarray(0, chance.below(bytes.length));
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + chance.below(7); left > 0; left--) copy[chance.below(copy.length)] = chance.below(256);
  return copy;
}
