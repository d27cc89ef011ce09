import { writeFileSync } from 'node:fs';
import { sameValue } from '../merge/same-value.ts';
import type { JsonValue } from '../model/json-value.ts';
import { askHelm } from './ask-helm.ts';
import { findHelms } from './find-helm.ts';
import { CASES_FOLDER, caseGroups, type HelmAnswer, readCases } from './helm-case.ts';

/**
 * Asks Helm 3 and Helm 4 about every case in `fixtures/helm/<group>.json` and writes their answers to
 * `<group>.answers.json`: `tsx src/dev/record-helm.ts [group]...`.
 */
const [helm3, helm4] = findHelms();
if (!helm3 || !helm4) {
  process.stderr.write('Recording needs both Helm 3 and Helm 4: set CHARTLINT_HELM3 and CHARTLINT_HELM4.\n');
  process.exit(2);
}
const wanted = process.argv.slice(2);
for (const group of caseGroups()) {
  if (wanted.length > 0 && !wanted.includes(group)) continue;
  const cases = readCases(group);
  const by3 = await askHelm(helm3, cases);
  const by4 = await askHelm(helm4, cases);
  const lines = cases.map(({ id }, i) => {
    const [three, four] = [by3[i]!, by4[i]!];
    const same = sameValue(three as unknown as JsonValue, four as unknown as JsonValue);
    const answer: HelmAnswer | object = same ? four : { helm3: three, helm4: four };
    return `    ${JSON.stringify(id)}: ${JSON.stringify(answer)}`;
  });
  const versions = JSON.stringify({ helm3: helm3.version, helm4: helm4.version });
  const text = `{\n  "versions": ${versions},\n  "answers": {\n${lines.join(',\n')}\n  }\n}\n`;
  writeFileSync(`${CASES_FOLDER}${group}.answers.json`, text);
  process.stdout.write(`${group}: ${cases.length} cases\n`);
}
