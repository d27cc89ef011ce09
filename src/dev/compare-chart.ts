import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles } from '../files/disk-files.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { changedPaths } from '../lint/changed-paths.ts';
import { validateRelease } from '../lint/validate-release.ts';
import { loadYaml } from '../load/load-yaml.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { fileSource } from '../model/source.ts';
import { planChart } from '../session/plan-chart.ts';
import type { Helm } from './find-helm.ts';
import { helmEnvironment } from './helm-environment.ts';

/** One chart of a corpus with one of the values files that lie beside it, or none. */
export interface ChartRun {
  readonly directory: string;
  readonly overlay: string | undefined;
}

/** How chartlint compares with Helm on a chart. */
export interface ChartComparison {
  readonly run: ChartRun;
  /** `refused`: Helm renders the values in no way, for the reason in `helm`. */
  readonly outcome: 'equal' | 'different' | 'refused' | 'crash';
  /** Dependencies that Helm misses in charts/; both sides were asked without them. */
  readonly stripped: readonly string[];
  /** Whether both agree that the values meet the schemas; true also where Helm would need the network to tell. */
  readonly sameVerdict: boolean;
  /** What Helm said, or the values that differ. */
  readonly detail: string;
}

/** Every chart below the folder that no other chart holds in its charts/, alone and with each of its overlays. */
export function chartRuns(root: string): ChartRun[] {
  const runs: ChartRun[] = [];
  const visit = (folder: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.some(({ name }) => name === 'Chart.yaml')) {
      runs.push({ directory: folder, overlay: undefined });
      for (const overlay of overlaysOf(folder)) runs.push({ directory: folder, overlay });
      return;
    }
    for (const entry of entries) if (entry.isDirectory()) visit(path.join(folder, entry.name));
  };
  visit(root);
  return runs;
}

function overlaysOf(chart: string): string[] {
  const beside = readdirSync(chart).filter(
    (name) => /^values[-.].*\.ya?ml$/.test(name) && !name.includes('schema'),
  );
  const ci = existsSync(path.join(chart, 'ci')) ? readdirSync(path.join(chart, 'ci')) : [];
  return [...beside, ...ci.filter((name) => /\.ya?ml$/.test(name)).map((name) => `ci/${name}`)].sort();
}

/** Compares runs, two at a time, in their order. */
export async function compareCharts(helm: Helm, runs: readonly ChartRun[]): Promise<ChartComparison[]> {
  const compared: ChartComparison[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < runs.length; i = next++) compared[i] = await compareChart(helm, runs[i]!);
  };
  await Promise.all([worker(), worker()]);
  return compared;
}

/** Asks Helm and chartlint for the effective values of a chart and whether they meet its schemas. */
export async function compareChart(helm: Helm, run: ChartRun): Promise<ChartComparison> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-chart-'));
  try {
    return await compareIn(folder, helm, run);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareIn(folder: string, helm: Helm, run: ChartRun): Promise<ChartComparison> {
  const chart = path.join(folder, 'chart');
  cpSync(run.directory, chart, { recursive: true });
  prepare(chart);
  const overlays = run.overlay === undefined ? [] : [path.join(chart, run.overlay)];
  const args = ['template', 'release', chart, ...overlays.flatMap((file) => ['-f', file])];
  let stripped: string[] = [];
  let answer = await ask(helm, args, folder);
  const missing = /missing in charts\/ directory: (.*)/.exec(answer.stderr)?.[1];
  if (missing !== undefined) {
    stripped = missing.trim().split(/,\s*/);
    strip(chart, new Set(stripped));
    answer = await ask(helm, args, folder);
  }
  const refusesValues = /values don't meet the specifications/.test(answer.stderr);
  const needsNetwork = /failing loading "https?:/.test(answer.stderr);
  if (refusesValues) answer = await ask(helm, [...args, '--skip-schema-validation'], folder);
  let mine: Awaited<ReturnType<typeof ownAnswer>>;
  try {
    mine = await ownAnswer(chart, overlays, helm.version, folder);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const isUsage = error instanceof Error && error.name === 'UsageError';
    const outcome = isUsage && answer.values === undefined ? 'refused' : 'crash';
    return { run, outcome, stripped, sameVerdict: true, detail };
  }
  const sameVerdict = needsNetwork || mine.breaksSchema === refusesValues;
  if (answer.values === undefined) {
    return { run, outcome: 'refused', stripped, sameVerdict: true, detail: answer.stderr.trim() };
  }
  const different = changedPaths(answer.values, mine.values);
  const outcome = different.length === 0 ? 'equal' : 'different';
  return { run, outcome, stripped, sameVerdict, detail: different.slice(0, 5).join(' ') };
}

/** Leaves one template, which shows the values; conditions on Kubernetes and the kind of chart do not matter here. */
function prepare(chart: string): void {
  for (const entry of readdirSync(chart, { recursive: true, withFileTypes: true })) {
    const isOther = ['templates', 'crds', 'tests'].includes(entry.name);
    if (entry.isDirectory() && isOther) {
      rmSync(path.join(entry.parentPath, entry.name), { recursive: true, force: true });
    }
  }
  mkdirSync(path.join(chart, 'templates'));
  writeFileSync(path.join(chart, 'templates', 'values.yaml'), '{{ .Values | toJson }}\n');
  rewrite(path.join(chart, 'Chart.yaml'), ({ kubeVersion, type, ...fields }) => fields);
}

/** Takes dependencies out of the metadata. */
function strip(chart: string, names: ReadonlySet<string>): void {
  for (const name of ['Chart.yaml', 'requirements.yaml']) {
    rewrite(path.join(chart, name), (fields) => {
      if (!Array.isArray(fields.dependencies)) return fields;
      const kept = fields.dependencies.filter(
        (entry) => !(isJsonObject(entry) && names.has(String(entry.name))),
      );
      return { ...fields, dependencies: kept };
    });
  }
}

function rewrite(file: string, change: (fields: JsonObject) => JsonObject): void {
  if (!existsSync(file)) return;
  const { data } = loadYaml(fileSource(file), readFileSync(file, 'utf8'));
  if (isJsonObject(data)) writeFileSync(file, JSON.stringify(change(data)));
}

async function ownAnswer(
  chart: string,
  overlays: readonly string[],
  helmVersion: string,
  cwd: string,
): Promise<{ values: JsonObject; breaksSchema: boolean }> {
  const { input, findings } = await planChart(diskFiles, chart, {
    cwd,
    overlays,
    sets: [],
    helmVersion: helmVersion.replace(/^v/, ''),
  });
  const assembled = assembleRelease(input);
  const schemaFindings = [...findings, ...validateRelease(assembled, input).map(({ finding }) => finding)];
  return {
    values: assembled.release.values.data,
    breaksSchema: schemaFindings.some(
      ({ rule, severity }) => rule.startsWith('schema/') && severity === 'error',
    ),
  };
}

async function ask(
  helm: Helm,
  args: readonly string[],
  home: string,
): Promise<{ values: JsonObject | undefined; stderr: string }> {
  const env = helmEnvironment(home);
  return new Promise((resolve) => {
    execFile(helm.binary, args, { cwd: home, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const shown = /^# Source: [^/\n]+\/templates\/values\.yaml\n(.*)$/m.exec(stdout)?.[1];
      const values = error === null && shown !== undefined ? (JSON.parse(shown) as JsonObject) : undefined;
      resolve({ values, stderr });
    });
  });
}
