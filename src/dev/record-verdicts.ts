import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { kubernetesFixtures, readCases } from './kubernetes-cases.ts';
import { askKubernetes, verdictText } from './kubernetes-judge.ts';
import { recordedMutations } from './recorded-mutations.ts';

/**
 * Writes what Kubernetes' own validation says of the cases in `fixtures/kubernetes/cases`, and of random changes of the
 * manifests there, for tests that have no Go.
 */
const cases = [...readCases().values()].flat().filter(({ minor }) => minor === undefined);
const verdicts = askKubernetes(cases.map(({ manifest }) => JSON.stringify(manifest)));
write(
  'verdicts',
  Object.fromEntries(
    cases.map(({ text }, i) => [text, verdicts[i]!.skipped ? null : verdictText(verdicts[i]!)]),
  ),
);

const mutations = recordedMutations();
const answers = askKubernetes(mutations.map(({ manifest }) => JSON.stringify(manifest)));
write('mutations', { refused: answers.map((verdict) => (verdictText(verdict) === '' ? '.' : 'x')).join('') });

function write(name: string, value: object): void {
  writeFileSync(path.join(kubernetesFixtures, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
}
