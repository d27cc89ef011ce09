import { writeFileSync } from 'node:fs';
import { loadFunctions } from '../templates/functions/load-functions.ts';
import { answerTemplate } from './answer-template.ts';
import { askJudge, buildJudge } from './ask-template-judge.ts';
import { isAnswer } from './differing-answers.ts';
import { RANDOM_VALUES, randomCalls } from './random-calls.ts';
import { casesFile, keptAnswer, templateOf } from './template-case.ts';

/**
 * Compares random calls of template functions with Helm 4: `npm run fuzz:calls -- [count] [seed]` prints what differs.
 * With `--write` after that, the calls become the recorded group `random-calls`. Needs Go.
 */
const [count = '2000', seed = '1', write] = process.argv.slice(2);
const every = 'regex x-sum AES derivePassword fromToml';
const functions = await loadFunctions(4, [every]);
const names = new Set<string>();
for (const name of randomCalls(functions, Number(seed))) {
  names.add(name);
  if (names.size >= Number(count)) break;
}
const cases = Array.from(names, (name) => ({ name, template: templateOf(name), values: RANDOM_VALUES }));
if (write === '--write') {
  const text = JSON.stringify({ values: RANDOM_VALUES, cases: [...names] }, undefined, 1);
  writeFileSync(casesFile('random-calls'), `${text}\n`);
}
const answers = await askJudge(buildJudge('helm4'), cases);
let differing = 0;
for (const [i, one] of cases.entries()) {
  const wanted = keptAnswer(answers[i]!);
  const got = answerTemplate(one, { helm: 4, functions });
  if (isAnswer(wanted, got)) continue;
  differing++;
  process.stdout.write(`${one.name}\n  Helm: ${JSON.stringify(wanted)}\n  own:  ${JSON.stringify(got)}\n`);
}
const failing = answers.filter((answer) => 'error' in answer).length;
process.stdout.write(`${failing} calls fail\n`);
process.stdout.write(`${differing} of ${cases.length} calls differ\n`);
