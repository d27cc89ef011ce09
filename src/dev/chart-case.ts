import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { capturedRun } from './captured-run.ts';
import type { HelmName } from './helm-case.ts';

/** What `helm template` answered to one command line about a chart of ours. */
export interface ChartAnswer {
  readonly stdout: string;
  /** Helm's error, when it failed. */
  readonly error?: string;
}

/** The command lines about a chart, by name: what follows `helm template release-name chart`. */
export type ChartRuns = Readonly<Record<string, readonly string[]>>;

export type ChartAnswers = Readonly<Record<HelmName, Readonly<Record<string, ChartAnswer>>>>;

const root = path.resolve(import.meta.dirname, '../../fixtures/helm/charts');

/** The folders below `fixtures/helm/charts/`: each holds `chart/`, `runs.json` and `answers.json`. */
export function chartCases(): string[] {
  return readdirSync(root)
    .map((name) => path.join(root, name))
    .sort();
}

export function readRuns(folder: string): ChartRuns {
  return JSON.parse(readFileSync(path.join(folder, 'runs.json'), 'utf8')) as ChartRuns;
}

export function readChartAnswers(folder: string): ChartAnswers | undefined {
  const file = path.join(folder, 'answers.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ChartAnswers) : undefined;
}

/** The version as binaries that `go install` made tell it, and the Kubernetes that they are asked about. */
export const ASKED = { helm3: '3.21', helm4: '4.2', kube: '1.36.0' } as const;

/** What `chartlint render` answers. */
export async function answerChart(
  folder: string,
  args: readonly string[],
  helm: HelmName,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const asked = args.includes('--kube-version') ? [] : ['--kube-version', ASKED.kube];
  const line = [
    'render',
    '--chart',
    'chart',
    '--no-config',
    '--show-secrets',
    '--helm-version',
    ASKED[helm],
    ...asked,
    ...args,
  ];
  return capturedRun(line, folder);
}
