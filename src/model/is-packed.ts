/** Whether a chart that is named by this path is an archive. Below `charts/` Helm takes `.tgz` only. */
export function isPacked(chart: string): boolean {
  return chart.endsWith('.tgz') || chart.endsWith('.tar.gz');
}
