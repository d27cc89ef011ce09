import { existsSync } from 'node:fs';
import path from 'node:path';
import { askHelm } from './ask-helm.ts';
import { compareCase } from './compare-cases.ts';
import { type ChartComparison, chartRuns, compareCharts } from './compare-chart.ts';
import { findHelms } from './find-helm.ts';
import { caseGroups, type HelmName, readAnswers, readCases, recordedAnswer } from './helm-case.ts';

/**
 * Compares chartlint with Helm on the cases in `fixtures/helm/`, with the recorded answers and with every Helm on this
 * machine, and on the charts of the corpus if it is there: `npm run parity [-- --recorded]`. Exits 1 on a difference that no case explains.
 */
const onlyRecorded = process.argv.includes('--recorded');
let unexplained = 0;

interface Tally {
  cases: number;
  agreements: number;
  explained: number;
  differences: number;
}

function report(source: string, tally: Tally): void {
  const { cases, agreements, explained, differences } = tally;
  process.stdout.write(
    `${source}: ${cases} cases, ${agreements} agreements, ${explained} explained differences, ${differences} unexplained differences\n`,
  );
}

function count(tally: Tally, group: string, comparison: ReturnType<typeof compareCase>): void {
  const { one, agrees, explained, helm, chartlint } = comparison;
  tally.cases++;
  if (agrees !== (explained !== undefined)) {
    if (agrees) tally.agreements++;
    else tally.explained++;
    return;
  }
  tally.differences++;
  unexplained++;
  const why = agrees ? `agrees, though the case says: ${explained}` : 'differs';
  process.stdout.write(
    `${group}/${one.id} ${why}\n  Helm      ${JSON.stringify(helm)}\n  chartlint ${JSON.stringify(chartlint)}\n`,
  );
}

const empty = (): Tally => ({ cases: 0, agreements: 0, explained: 0, differences: 0 });

for (const name of ['helm3', 'helm4'] satisfies HelmName[]) {
  const tally = empty();
  let version = '';
  for (const group of caseGroups()) {
    const recorded = readAnswers(group);
    version = recorded.versions[name];
    for (const one of readCases(group)) {
      const answer = recordedAnswer(recorded, one.id, name);
      if (answer) count(tally, group, compareCase(one, name, version, answer));
      else
        throw new Error(`${group}/${one.id} has no recorded answer: run tsx src/dev/record-helm.ts ${group}`);
    }
  }
  report(`recorded Helm ${version}`, tally);
}

const helms = onlyRecorded ? [] : findHelms();
for (const helm of helms) {
  const tally = empty();
  for (const group of caseGroups()) {
    const cases = readCases(group);
    const answers = await askHelm(helm, cases);
    for (const [i, one] of cases.entries()) {
      count(tally, group, compareCase(one, helm.name, helm.version, answers[i]!));
    }
  }
  report(`live Helm ${helm.version}`, tally);
}
if (helms.length === 0 && !onlyRecorded)
  process.stdout.write('live Helm: none on this machine, not compared\n');

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus/charts');
if (!onlyRecorded && !existsSync(corpus)) {
  if (process.env.CI) throw new Error('The charts of the corpus are missing');
  process.stdout.write('charts of the corpus: not here, not compared\n');
}
for (const helm of existsSync(corpus) ? helms : []) {
  const compared = await compareCharts(helm, chartRuns(corpus));
  const count = (fits: (one: ChartComparison) => boolean): number => compared.filter(fits).length;
  const wrong = compared.filter(
    ({ outcome, sameVerdict }) => outcome === 'different' || outcome === 'crash' || !sameVerdict,
  );
  for (const { run, outcome, sameVerdict, detail } of wrong) {
    const what = sameVerdict ? outcome : 'other verdict of the schemas';
    process.stdout.write(
      `${path.relative(corpus, run.directory)} ${run.overlay ?? ''}: ${what}\n  ${detail}\n`,
    );
  }
  unexplained += wrong.length;
  process.stdout.write(
    `charts with live Helm ${helm.version}: ${count(({ run }) => run.overlay === undefined)} charts, ${count(({ run }) => run.overlay !== undefined)} overlays, ${count(({ outcome }) => outcome === 'equal')} with equal values (${count(({ stripped, outcome }) => stripped.length > 0 && outcome === 'equal')} of them without dependencies that are missing), ${count(({ outcome }) => outcome === 'refused')} that Helm refuses, ${count(({ outcome }) => outcome === 'different')} different, ${count(({ outcome }) => outcome === 'crash')} crashes, ${count(({ sameVerdict }) => !sameVerdict)} other verdicts of schemas\n`,
  );
}
process.exitCode = unexplained > 0 ? 1 : 0;
