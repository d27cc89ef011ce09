import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
import { startKubernetes } from './kubernetes-judge.ts';
import { type JudgedChange, printRecall } from './recall-table.ts';
import { type ValuesMistake, valuesMistake } from './values-mistakes.ts';

/**
 * `npm run recall -- CHARTS [COUNT] [SEED] [MOST] [MINUTES] [FILE]`: changes values of public charts (below the folder, or listed in
 * the file CHARTS) and of what `helm create` makes in the ways people do, asks real Helm, Kubernetes' schemas
 * (../shared/oracle) and, where these accept, Kubernetes' own validation what comes of it, and counts what chartlint reports at the right
 * line, and which errors of its own nobody confirms. Stops when COUNT changes each were refused and accepted, or when the time is up. FILE keeps what was asked: a run
 * with the same FILE goes on where the last one stopped.
 */
const [charts, wanted = '1000', seed = '1', most = '60', minutes = '600', kept] = process.argv.slice(2);
const KUBE = '1.34';
/** A chart that Helm renders longer than this, in milliseconds, is left out. */
const SLOWEST = 4000;
if (charts === undefined) throw new Error('name a folder with charts');
const helm = findHelms().find(({ name }) => name === 'helm4');
if (helm === undefined) throw new Error('Helm 4 has to be on the PATH');
const oracle = startOracle(path.resolve('../shared/oracle/manifests.py'), helm.binary, KUBE);
const kubernetes = startKubernetes();
const scratch = mkdtempSync(path.join(tmpdir(), 'chartlint-recall-'));
const log = kept ?? path.join(scratch, 'log');
const end = Date.now() + Number(minutes) * 60_000;

interface Base {
  readonly answer: OracleAnswer;
  readonly refused: ReadonlySet<string>;
  readonly errors: ReadonlySet<string>;
}
/** A line of the log: a chart and whether it is usable, or one change. */
type Entry = { readonly chart: string; readonly usable: boolean } | JudgedChange;

const entries = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').map(readEntry) : [];
const changes = entries.filter((entry): entry is JudgedChange => 'change' in entry);
const bases = new Map<string, Base>();
execFileSync(helm.binary, ['create', 'created'], { cwd: scratch, stdio: 'ignore' });
const usable = await usableCharts();
process.stderr.write(`${usable.length} charts, ${changes.length} changes asked before\n`);
const last = changes.at(-1)?.change ?? -1;
for (let i = last + 1; i < last + 20 * Number(wanted); i++) {
  const refused = changes.filter(({ refusal }) => refusal !== undefined).length;
  if (refused >= Number(wanted) && changes.length - refused >= Number(wanted)) break;
  if (Date.now() > end) break;
  if (i % 50 === 49) process.stderr.write(`${changes.length} changes, ${refused} refused\n`);
  const pick = dice(Number(seed) * 1_000_003 + i);
  const chart = pick(usable);
  const mistake = valuesMistake(defaultsOf(chart), pick);
  if (mistake === undefined) continue;
  const judged = await judge(i, chart, mistake);
  changes.push(judged);
  note(judged);
}
oracle.end();
kubernetes.end();
rmSync(scratch, { recursive: true, force: true });
printRecall(changes);

/** Each change has dice of its own, so that a run can go on in the middle. */
function dice(start: number): <T>(from: readonly T[]) => T {
  let state = Math.imul(start, 2654435761) >>> 0;
  return (from) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

function note(entry: Entry): void {
  appendFileSync(log, `${JSON.stringify(entry)}\n`);
}

function readEntry(line: string): Entry {
  return JSON.parse(line) as Entry;
}

function allCharts(): string[] {
  if (!statSync(charts!).isDirectory()) return readFileSync(charts!, 'utf8').trimEnd().split('\n');
  return [...new Set(chartRuns(charts!).map(({ directory }) => directory))];
}

/** What `helm create` makes, by the name that the log knows it by. */
function folderOf(chart: string): string {
  return chart === 'helm create' ? path.join(scratch, 'created') : chart;
}

async function usableCharts(): Promise<string[]> {
  const known = new Map(entries.flatMap((entry) => ('usable' in entry ? [[entry.chart, entry.usable]] : [])));
  const pick = dice(Number(seed));
  const all = allCharts();
  const found = ['helm create'];
  while (found.length < Number(most) && all.length > 0) {
    const chart = pick(all);
    all.splice(all.indexOf(chart), 1);
    const isUsable = known.get(chart) ?? (await renders(chart));
    if (!known.has(chart)) note({ chart, usable: isUsable });
    if (isUsable) found.push(chart);
  }
  return found;
}

async function renders(chart: string): Promise<boolean> {
  const start = Date.now();
  const answer = await oracle.ask(chart, []);
  return answer.render === null && answer.text.trim() !== '' && Date.now() - start <= SLOWEST;
}

async function baseOf(chart: string): Promise<Base> {
  const known = bases.get(chart);
  if (known !== undefined) return known;
  const answer = await oracle.ask(folderOf(chart), []);
  const errors = new Set((await errorsOf(chart, '{}\n')).map(nameOf));
  const base = { answer, errors, refused: new Set(await refusedIn(answer)) };
  bases.set(chart, base);
  return base;
}

/** What Kubernetes' own validation, and the definitions of custom resources, hold against rendered manifests. */
async function refusedIn({ text, custom }: OracleAnswer): Promise<string[]> {
  return [...custom, ...(await kubernetes.refusalsIn(text))];
}

function defaultsOf(chart: string) {
  const file = path.join(folderOf(chart), 'values.yaml');
  return loadValues(fileSource(file), readFileSync(file, 'utf8')).document?.data ?? {};
}

async function errorsOf(chart: string, text: string): Promise<ReportFinding[]> {
  writeFileSync(path.join(scratch, 'change.yaml'), text);
  const { findings } = await lint(['change.yaml'], {
    cwd: scratch,
    chart: folderOf(chart),
    config: false,
    kubeVersion: KUBE,
  });
  return findings.filter(({ severity }) => severity === 'error');
}

function nameOf({ rule, message, path: at }: ReportFinding): string {
  return `${rule} ${at} ${message}`;
}

async function judge(change: number, chart: string, mistake: ValuesMistake): Promise<JudgedChange> {
  const { kind, values, at } = mistake;
  const { answer: before, errors, refused } = await baseOf(chart);
  const text = stringify(values);
  const file = path.join(scratch, 'asked.yaml');
  writeFileSync(file, text);
  const [answer, all] = await Promise.all([oracle.ask(folderOf(chart), [file]), errorsOf(chart, text)]);
  const known = new Set(before.violations);
  const found = all.filter((finding) => !errors.has(nameOf(finding)));
  const refusal = answer.render ?? answer.violations.find((one) => !known.has(one));
  const what = `${chart} [${kind}] ${JSON.stringify(values)} at ${toPointer(at)}`;
  const said = found.map(({ rule, line, message }) => `${rule} ${line}: ${message}`);
  if (refusal !== undefined) {
    return { change, chart, kind, what, refusal, isCaught: found.some((one) => isAt(one, at, text)), said };
  }
  const own = said.filter((_, i) => /^(?:kubernetes|template)\//.test(found[i]!.rule));
  const validation = (await refusedIn(answer)).find((one) => !refused.has(one));
  return { change, chart, kind, what, said: own, ...(validation !== undefined && { validation }) };
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
