import { writeFileSync } from 'node:fs';
import { askJudge, buildJudge, type JudgeAnswer } from './ask-template-judge.ts';
import {
  answersFile,
  inHelm4Words,
  type RecordedAnswer,
  readTemplateCases,
  shortError,
  type TemplateAnswer,
  templateGroups,
} from './template-case.ts';

/**
 * Lets Helm 3 and Helm 4 render the cases in `fixtures/helm/templates/<group>.json` and writes their answers to
 * `<group>.answers.json`: `npm run record:templates [group]...`. Needs Go.
 */
const judges = [buildJudge('helm3'), buildJudge('helm4')] as const;
const wanted = process.argv.slice(2);
for (const group of templateGroups()) {
  if (wanted.length > 0 && !wanted.includes(group)) continue;
  const cases = readTemplateCases(group);
  const by3 = await askJudge(judges[0], cases);
  const by4 = await askJudge(judges[1], cases);
  const lines = cases.map(
    ({ template }, i) => `    ${JSON.stringify(template)}: ${JSON.stringify(recorded(by3[i]!, by4[i]!))}`,
  );
  writeFileSync(answersFile(group), `{\n  "answers": {\n${lines.join(',\n')}\n  }\n}\n`);
  process.stdout.write(`${group}: ${cases.length} cases\n`);
}

function recorded(three: JudgeAnswer, four: JudgeAnswer): RecordedAnswer {
  const same =
    'error' in three && 'error' in four
      ? [three.error, inHelm4Words(three.error)].includes(four.error)
      : 'output' in three && 'output' in four && three.output === four.output;
  return same ? kept(three) : { helm3: kept(three), helm4: kept(four) };
}

function kept(answer: JudgeAnswer): TemplateAnswer {
  return 'output' in answer ? answer.output : { error: shortError(answer.error) };
}
