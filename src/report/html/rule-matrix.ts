import type { Finding } from '../../model/finding.ts';
import { compareSeverity, type Severity } from '../../model/severity.ts';
import type { Source } from '../../model/source.ts';
import { escapeXml, xmlAttributes } from '../escape-xml.ts';
import type { ToolInfo } from '../tool-info.ts';
import { ruleLink } from './html-finding.ts';

/** With more charts the matrix takes the whole width, and the names of the charts stand upright. */
const MOST_BESIDE = 3;

interface Cell {
  count: number;
  worst: Severity;
}

/** How often each rule found something in each chart; a number filters the list. */
export function ruleMatrix(
  findings: readonly Finding[],
  chartOf: (source: Source) => string,
  tool: ToolInfo,
): string {
  const rules = new Map<string, Map<string, Cell>>();
  const charts = new Set<string>();
  for (const { rule, severity, span } of findings) {
    const chart = chartOf(span.source);
    charts.add(chart);
    const row = rules.get(rule) ?? new Map<string, Cell>();
    rules.set(rule, row);
    const cell = row.get(chart);
    if (cell === undefined) row.set(chart, { count: 1, worst: severity });
    else {
      cell.count++;
      if (compareSeverity(severity, cell.worst) > 0) cell.worst = severity;
    }
  }
  const columns = [...charts].sort();
  const head = columns.map((chart) => `<th scope="col"><span>${escapeXml(chart)}</span></th>`).join('');
  const wide = columns.length > MOST_BESIDE;
  const rows = [...rules.keys()].sort().map((rule) => {
    const cells = columns.map((chart) => matrixCell(rule, chart, rules.get(rule)?.get(chart)));
    return `<tr><th scope="row">${ruleLink(rule, tool)}</th>${cells.join('')}</tr>`;
  });
  return [
    `<section class="card${wide ? ' wide' : ''}"><h2>Rules by chart</h2><div class="scroll" tabindex="0"><table class="matrix">`,
    `<thead><tr><th scope="col">Rule</th>${head}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table></div></section>`,
  ].join('\n');
}

function matrixCell(rule: string, chart: string, cell: Cell | undefined): string {
  if (cell === undefined) return '<td class="empty">·</td>';
  const attributes = {
    class: cell.worst,
    href: `#${new URLSearchParams({ rule, chart })}`,
    title: `Show ${rule} in ${chart}`,
  };
  return `<td><a${xmlAttributes(attributes)}>${cell.count}</a></td>`;
}
