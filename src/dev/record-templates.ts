import { writeFileSync } from 'node:fs';
import { askJudge, buildJudge, type JudgeAnswer } from './ask-template-judge.ts';
import {
  answersFile,
  inHelm4Words,
  keptAnswer,
  type RecordedAnswer,
  readTemplateCases,
  templateGroups,
} from './template-case.ts';

/**
 * Lets Helm 3 and Helm 4 render the cases in `fixtures/helm/templates/<group>.json` and writes their answers to
 * `<group>.answers.json`: `npm run record:templates [group]...`. Each Helm is asked twice; a case that one of them answers
 * in two ways (chance, time) is left out. Needs Go.
 */
const judges = [buildJudge('helm3'), buildJudge('helm4')] as const;
const wanted = process.argv.slice(2);
for (const group of templateGroups()) {
  if (wanted.length > 0 && !wanted.includes(group)) continue;
  const cases = readTemplateCases(group);
  const clock = new Date().toISOString();
  const ask = (judge: string): Promise<JudgeAnswer[]> => askJudge(judge, cases);
  const [by3, by4] = [await ask(judges[0]), await ask(judges[1])];
  // What depends on the time is told by its seconds.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const [again3, again4] = [await ask(judges[0]), await ask(judges[1])];
  const lines: string[] = [];
  for (const [i, { name }] of cases.entries()) {
    if (!isSame(by3[i]!, again3[i]!) || !isSame(by4[i]!, again4[i]!)) continue;
    lines.push(`    ${JSON.stringify(name)}: ${JSON.stringify(recorded(by3[i]!, by4[i]!))}`);
  }
  const head = `"clock": ${JSON.stringify(clock)}`;
  writeFileSync(answersFile(group), `{\n  ${head},\n  "answers": {\n${lines.join(',\n')}\n  }\n}\n`);
  process.stdout.write(`${group}: ${lines.length} of ${cases.length} cases\n`);
}

function isSame(a: JudgeAnswer, b: JudgeAnswer): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function recorded(three: JudgeAnswer, four: JudgeAnswer): RecordedAnswer {
  const isRetold = 'error' in three && 'error' in four && inHelm4Words(three.error) === four.error;
  return isRetold || isSame(three, four)
    ? keptAnswer(three)
    : { helm3: keptAnswer(three), helm4: keptAnswer(four) };
}
