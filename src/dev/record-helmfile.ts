import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HELMFILE_CASES } from '../../test/gitops/helmfile-cases.ts';
import { sameValue } from '../merge/same-value.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import { answerHelmfile } from './answer-helmfile.ts';
import { askHelmfile } from './ask-helmfile.ts';
import { randomHelmfiles } from './random-helmfile.ts';
import { withoutPaths } from './without-paths.ts';

/**
 * Asks the real helmfile what a chart gets: `record-helmfile HELMFILE HELM [COUNT SEED]`, the first two paths of programs (`go install
 * github.com/helmfile/helmfile@v1.1.7`). With a count it compares random helmfiles and prints where our code says something else; without, it
 * writes the answers to a fixture for tests that have neither.
 */
const RECORDED = { count: 100, seed: 1, helmVersion: '3.21.4' };
const [helmfile = 'helmfile', helm = 'helm', count = RECORDED.count, seed = RECORDED.seed] =
  process.argv.slice(2);
const cases = randomHelmfiles(Number(count), Number(seed));
const random: (JsonObject | 'error')[] = [];
let differ = 0;
for (const one of cases) {
  const real = askHelmfile(one, helmfile, helm);
  const ours = answerHelmfile(one, RECORDED.helmVersion);
  random.push('error' in real ? 'error' : real);
  const { unknown = [] } = ours.release;
  const known = (values: JsonValue): JsonValue => withoutPaths(values, unknown);
  const isSame = sameValue(known('error' in real ? 'error' : real), known(ours.values));
  if (isSame) continue;
  differ++;
  process.stdout.write(`${JSON.stringify({ ...one, real, ours: ours.values, unknown }, null, 1)}\n`);
}
process.stdout.write(`${cases.length - differ} of ${cases.length} are answered as helmfile does\n`);
if (process.argv.length < 5) {
  const named = Object.fromEntries(HELMFILE_CASES.map((one) => [one.name, askHelmfile(one, helmfile, helm)]));
  const target = fileURLToPath(new URL('../../fixtures/gitops/helmfile-answers.json', import.meta.url));
  const lines = random.map((answer) => JSON.stringify(answer)).join(',\n');
  writeFileSync(
    target,
    `{"named":${JSON.stringify(named, null, 1)},\n"count":${count},"seed":${seed},"random":[\n${lines}\n]}\n`,
  );
}
