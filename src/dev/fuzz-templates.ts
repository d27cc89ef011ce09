import { loadFunctions } from '../templates/functions/load-functions.ts';
import { answerTemplate } from './answer-template.ts';
import { askJudge, buildJudge } from './ask-template-judge.ts';
import { randomTemplate } from './random-template.ts';

/**
 * Lets Helm's engines and chartlint's render templates made of chance and prints where they differ: `npm run fuzz:templates
 * [first seed] [count]`. Needs Go.
 */
const [first = 1, count = 500] = process.argv.slice(2).map(Number);
const cases = Array.from({ length: count }, (_, i) => randomTemplate(first + i));
const texts = cases.flatMap(({ template, helpers }) => [template, ...Object.values(helpers ?? {})]);
let differing = 0;
for (const helm of [3, 4] as const) {
  const answers = await askJudge(buildJudge(`helm${helm}`), cases);
  const functions = await loadFunctions(helm, texts);
  const tally = { rendered: 0, failed: 0 };
  for (const [i, one] of cases.entries()) {
    const wanted = answers[i]!;
    const traced = i % 2 === 0;
    const got = answerTemplate(one, { helm, functions, traced });
    tally['output' in wanted ? 'rendered' : 'failed'] += 1;
    if (JSON.stringify(wanted) === JSON.stringify(got)) continue;
    differing += 1;
    const lines = [`seed ${first + i}, Helm ${helm}, traced: ${traced}`, one.template, wanted, got];
    process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join('\n  ')}\n`);
  }
  process.stdout.write(`Helm ${helm}: ${tally.rendered} render, ${tally.failed} fail\n`);
}
process.stdout.write(`${differing} differ\n`);
process.exitCode = differing > 0 ? 1 : 0;
