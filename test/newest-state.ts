import { shippedCharts } from '../src/generated/shipped-charts.ts';

/** The newest state of a shipped chart: `zymtrace@26.8.4`. */
export function newest(chart: string): string {
  const entry = shippedCharts.find(({ name }) => name === chart);
  if (entry === undefined) throw new Error(`no chart is named "${chart}"`);
  return `${chart}@${entry.states.at(-1)!.state}`;
}
