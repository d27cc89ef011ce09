import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { ReportFinding } from '../api/lint-report.ts';
import { lint } from '../api-node/lint.ts';
import { loadValues } from '../load/load-values.ts';
import { toPointer } from '../model/json-pointer.ts';
import { LineIndex } from '../model/line-index.ts';
import { fileSource } from '../model/source.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { type OracleAnswer, startOracle } from './ask-oracle.ts';
import { chartRuns } from './compare-chart.ts';
import { findHelms } from './find-helm.ts';
import { askKubernetes, isRefused, verdictText } from './kubernetes-judge.ts';
import { type ValuesMistake, valuesMistake } from './values-mistakes.ts';

/**
 * `npm run recall -- FOLDER [COUNT] [SEED] [CHARTS] [MINUTES]`: changes values of the charts below the folder in the ways people do, asks
 * real Helm and Kubernetes' schemas (../shared/oracle) what comes of it, and counts what chartlint reports at the right line, and
 * which errors of its own nobody confirms. Stops when COUNT changes each were refused and
 * accepted, or when the time is up.
 */
const [folder, wanted = '1000', seed = '1', most = '60', minutes = '600'] = process.argv.slice(2);
const KUBE = '1.34';
/** A chart that Helm renders longer than this, in milliseconds, is left out. */
const SLOWEST = 4000;
if (folder === undefined) throw new Error('name a folder with charts');
const helm = findHelms().find(({ name }) => name === 'helm4');
if (helm === undefined) throw new Error('Helm 4 has to be on the PATH');
const oracle = startOracle(path.resolve('../shared/oracle/manifests.py'), helm.binary, KUBE);
const scratch = mkdtempSync(path.join(tmpdir(), 'chartlint-recall-'));
const end = Date.now() + Number(minutes) * 60_000;
let state = Number(seed) >>> 0;
const pick = <T>(from: readonly T[]): T => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return from[Math.floor((state / 2 ** 32) * from.length)]!;
};

interface Base {
  readonly chart: string;
  readonly answer: OracleAnswer;
  readonly errors: ReadonlySet<string>;
}
interface Row {
  rejected: number;
  caught: number;
  accepted: number;
  suspects: number;
}

const rows = new Map<string, Row>();
const suspects: { what: string; finding: ReportFinding; text: string }[] = [];
const total: Row = { rejected: 0, caught: 0, accepted: 0, suspects: 0 };
const bases = await usableCharts();
process.stderr.write(`${bases.length} charts\n`);
for (let i = 0; i < 20 * Number(wanted) && bases.length > 0; i++) {
  if (total.rejected >= Number(wanted) && total.accepted >= Number(wanted)) break;
  if (Date.now() > end) break;
  if (i % 50 === 49)
    process.stderr.write(`${total.caught} of ${total.rejected}, ${total.accepted} accepted\n`);
  const base = pick(bases);
  const mistake = valuesMistake(defaultsOf(base.chart), pick);
  if (mistake !== undefined) await judge(base, mistake);
}
oracle.end();
rmSync(scratch, { recursive: true, force: true });
const unconfirmed = confirm();
for (const line of unconfirmed) process.stdout.write(`false: ${line}\n`);
for (const [kind, row] of [...rows].sort()) print(kind, row);
print('all', total);
process.stdout.write(
  `${suspects.length} errors on accepted changes, ${unconfirmed.length} of them confirmed by nobody\n`,
);

function print(kind: string, { rejected, caught, accepted }: Row): void {
  const share = rejected === 0 ? '' : ` (${((100 * caught) / rejected).toFixed(1)} %)`;
  process.stdout.write(
    `${kind.padEnd(16)} refused ${rejected}, at the right line ${caught}${share}; accepted ${accepted}\n`,
  );
}

async function usableCharts(): Promise<Base[]> {
  const all = [...new Set(chartRuns(folder!).map(({ directory }) => directory))];
  const usable: Base[] = [];
  while (usable.length < Number(most) && all.length > 0) {
    const chart = pick(all);
    all.splice(all.indexOf(chart), 1);
    const start = Date.now();
    const answer = await oracle.ask(chart, []);
    if (answer.render !== null || answer.text.trim() === '' || Date.now() - start > SLOWEST) continue;
    usable.push({ chart, answer, errors: new Set((await errorsOf(chart, '{}\n')).map(nameOf)) });
  }
  return usable;
}

function defaultsOf(chart: string) {
  const file = path.join(chart, 'values.yaml');
  return loadValues(fileSource(file), readFileSync(file, 'utf8')).document?.data ?? {};
}

async function errorsOf(chart: string, text: string): Promise<ReportFinding[]> {
  writeFileSync(path.join(scratch, 'change.yaml'), text);
  const { findings } = await lint(['change.yaml'], { cwd: scratch, chart, config: false, kubeVersion: KUBE });
  return findings.filter(({ severity }) => severity === 'error');
}

function nameOf({ rule, message, path: at }: ReportFinding): string {
  return `${rule} ${at} ${message}`;
}

async function judge({ chart, answer: before, errors }: Base, mistake: ValuesMistake): Promise<void> {
  const { kind, values, at } = mistake;
  const text = stringify(values);
  const file = path.join(scratch, 'asked.yaml');
  writeFileSync(file, text);
  const [answer, all] = await Promise.all([oracle.ask(chart, [file]), errorsOf(chart, text)]);
  const known = new Set(before.violations);
  const found = all.filter((finding) => !errors.has(nameOf(finding)));
  const refusal = answer.render ?? answer.violations.find((one) => !known.has(one));
  const row = rows.get(kind) ?? { rejected: 0, caught: 0, accepted: 0, suspects: 0 };
  rows.set(kind, row);
  const what = `${path.relative(folder!, chart)} [${kind}] ${JSON.stringify(values)} at ${toPointer(at)}`;
  if (refusal === undefined) {
    row.accepted += 1;
    total.accepted += 1;
    const own = found.filter(({ rule }) => /^(?:kubernetes|template)\//.test(rule));
    for (const finding of own) suspects.push({ what, finding, text: answer.text });
    return;
  }
  row.rejected += 1;
  total.rejected += 1;
  if (found.some((finding) => isAt(finding, at, text))) {
    row.caught += 1;
    total.caught += 1;
  } else {
    const others = found.map(({ line, message }) => `${line}: ${message}`).join(' | ') || 'nothing';
    process.stdout.write(
      `missed: ${what}\n    judge: ${refusal.slice(0, 300)}\n    chartlint: ${others.slice(0, 300)}\n`,
    );
  }
}

/** On a line of what was changed, or of the key of the map that it is in. */
function isAt({ file, line }: ReportFinding, at: ValuesPath, text: string): boolean {
  if (file !== 'change.yaml') return false;
  const lines = new LineIndex(text);
  const { document } = loadValues(fileSource('change.yaml'), text);
  if (document === undefined) return false;
  const lineOf = (path: ValuesPath): number => lines.positionAt(document.locate(path, 'key').start).line;
  const end = lines.positionAt(Math.max(0, document.locate(at, 'value').end - 1)).line;
  return (line >= lineOf(at) && line <= end) || (at.length > 1 && line === lineOf(at.slice(0, -1)));
}

/** Errors that Kubernetes' own validation, which knows more than schemas, does not share. */
function confirm(): string[] {
  if (suspects.length === 0) return [];
  const documents = suspects.map(({ text }) => text.split(/^---.*$/m).filter((one) => /^kind:/m.test(one)));
  const verdicts = askKubernetes(documents.flat());
  let next = 0;
  return suspects.flatMap(({ what, finding }, i) => {
    const own = documents[i]!.map(() => verdicts[next++]!);
    const refused = own.filter(isRefused).map(verdictText);
    if (refused.length > 0) return [];
    return [`${what}\n    chartlint: ${finding.rule} ${finding.line}: ${finding.message}`];
  });
}
