import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { median } from './paired-ratio.ts';
import type { Peer } from './peers.ts';
import { runTimed } from './run-timed.ts';

/** How one program fared on the charts. */
export interface HelmComparison {
  readonly name: string;
  /** Milliseconds for a chart. */
  readonly median: number;
  /** Median of its time over chartlint's on the same chart. */
  readonly ratio: number;
  /** Milliseconds for all charts, one by one. */
  readonly total: number;
  /** Charts on which chartlint took less time. */
  readonly ahead: number;
  readonly charts: number;
}

/** What chartlint is asked about a chart, as the words behind its name. */
export type OwnCommand = (chart: string) => readonly string[];

/** Each chart with its own values, by chartlint and by each Helm, in turn; the best of two runs. */
export function againstHelm(
  corpus: string,
  cli: string,
  helms: readonly Peer[],
  cwd: string,
  ownCommand: OwnCommand = (chart) => [path.join(chart, 'values.yaml')],
): HelmComparison[] {
  const charts = chartsIn(corpus);
  const own = charts.map((chart) => best([process.execPath, cli, ...ownCommand(chart)], cwd));
  const compared = helms.map(({ name, command }) => {
    const [program = '', verb = ''] = command ?? [];
    const args = verb === 'template' ? [verb, 'bench'] : [verb];
    const times = charts.map((chart) => best([program, ...args, chart], cwd));
    return {
      name,
      median: median(times),
      total: sum(times),
      ratio: median(times.map((ms, i) => ms / own[i]!)),
      ahead: times.filter((ms, i) => ms > own[i]!).length,
      charts: charts.length,
    };
  });
  const ours = { median: median(own), total: sum(own), ratio: 1, ahead: 0, charts: charts.length };
  return [{ name: 'chartlint', ...ours }, ...compared];
}

/** The charts below a folder that no other chart holds, with values of their own. */
export function chartsIn(corpus: string): string[] {
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'Chart.yaml' && !file.includes(`${path.sep}charts${path.sep}`))
    .map((file) => path.join(corpus, path.dirname(file)))
    .filter((chart) => existsSync(path.join(chart, 'values.yaml')));
}

function sum(times: readonly number[]): number {
  return times.reduce((all, one) => all + one, 0);
}

function best(command: readonly [string, ...string[]], cwd: string): number {
  return Math.min(runTimed(command, cwd).wallMs, runTimed(command, cwd).wallMs);
}
