import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sameValue } from '../merge/same-value.ts';
import type { JsonObject } from '../model/json-value.ts';
import { valueAt } from '../model/values-path.ts';
import type { Helm } from './find-helm.ts';
import type { AnswerError, CaseChart, HelmAnswer, HelmCase } from './helm-case.ts';
import { helmEnvironment } from './helm-environment.ts';

/** Asks a Helm for its answers to cases, two at a time. Answers come in the order of the cases. */
export async function askHelm(helm: Helm, cases: readonly HelmCase[]): Promise<HelmAnswer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-helm-'));
  try {
    const answers: HelmAnswer[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let i = next++; i < cases.length; i = next++) {
        answers[i] = await askOne(helm, cases[i]!, path.join(folder, String(i)));
      }
    };
    await Promise.all([worker(), worker()]);
    return answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function askOne(helm: Helm, one: HelmCase, folder: string): Promise<HelmAnswer> {
  const home = path.join(folder, 'home');
  writeChart(one.chart ?? {}, path.join(folder, 'app'));
  for (const [name, text] of Object.entries(one.files ?? {})) writeFileSync(path.join(folder, name), text);
  const env = helmEnvironment(home);
  const args = ['template', 'release', 'app', ...(one.args ?? [])];
  const { stdout, stderr, failed } = await new Promise<{ stdout: string; stderr: string; failed: boolean }>(
    (resolve) => {
      const options = { cwd: folder, env, maxBuffer: 1 << 28 };
      execFile(helm.binary, args, options, (error, out, err) => {
        resolve({ stdout: out, stderr: err, failed: error !== null });
      });
    },
  );
  rmSync(folder, { recursive: true, force: true });
  if (failed) return { error: errorOf(stderr) };
  return answerOf(stdout, one);
}

/** Writes the chart with one template that shows its values. */
function writeChart(chart: CaseChart, folder: string): void {
  mkdirSync(path.join(folder, 'templates'), { recursive: true });
  const { name = 'app', version = '1.0.0', type, dependencies } = chart;
  const entries = dependencies?.map((dependency) => ({ repository: '', ...dependency }));
  const metadata = { apiVersion: 'v2', name, version, type, dependencies: entries };
  writeFileSync(path.join(folder, 'Chart.yaml'), JSON.stringify(metadata));
  writeFileSync(path.join(folder, 'templates', 'values.yaml'), '{{ .Values | toJson }}\n');
  if (chart.values !== undefined) writeFileSync(path.join(folder, 'values.yaml'), chart.values);
  if (chart.schema !== undefined) {
    writeFileSync(path.join(folder, 'values.schema.json'), JSON.stringify(chart.schema));
  }
  for (const sub of chart.charts ?? []) {
    writeChart(sub, path.join(folder, 'charts', `${sub.name ?? 'app'}-${sub.version ?? '1.0.0'}`));
  }
}

function answerOf(stdout: string, one: HelmCase): HelmAnswer {
  let values: JsonObject | undefined;
  const scoped = new Map<string, JsonObject>();
  for (const match of stdout.matchAll(/^# Source: [^/\n]+\/(.*)templates\/values\.yaml\n(.*)$/gm)) {
    const shown = JSON.parse(match[2]!) as JsonObject;
    const chart = match[1]!
      .split('/')
      .filter((_, i) => i % 2 === 1)
      .join('.');
    if (chart === '') values = shown;
    else scoped.set(chart, shown);
  }
  if (!values) throw new Error(`${one.id}: Helm shows no values: ${stdout.slice(0, 200)}`);
  const aliased = aliasedNames(one.chart ?? {});
  for (const [chart, shown] of scoped) {
    const names = chart.split('.');
    // Helm 3 names a chart below an alias after the chart's own name, where its parent has no values, or those of another one.
    if (names.some((name) => aliased.has(name))) continue;
    const inParent = valueAt(values, names);
    if (inParent === undefined || sameValue(shown, inParent)) continue;
    throw new Error(`${one.id}: the subchart ${chart} sees other values than its parent`);
  }
  return { values, charts: [...scoped.keys()].sort() };
}

/** The own names of charts that some chart knows under another one. */
function aliasedNames({ dependencies = [], charts = [] }: CaseChart): Set<string> {
  const own = dependencies.filter(({ alias }) => alias !== undefined).map(({ name }) => name);
  return new Set([...own, ...charts.flatMap((chart) => [...aliasedNames(chart)])]);
}

/** Patterns of Helm's messages, first match wins. */
const ERRORS: readonly (readonly [RegExp, AnswerError])[] = [
  [/failed parsing --set/, 'flag'],
  [/values don't meet the specifications/, 'schema'],
  [/type mismatch on/, 'type-mismatch'],
  [/missing in charts/, 'missing'],
  [/failed to parse|cannot load values\.yaml|yaml: |error converting YAML|cannot unmarshal/, 'yaml'],
];

function errorOf(stderr: string): AnswerError {
  return ERRORS.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'other';
}
