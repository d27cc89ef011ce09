import { countNoun } from '../../model/count-noun.ts';
import type { Finding } from '../../model/finding.ts';
import { countFindings } from '../count-findings.ts';
import { xmlAttributes } from '../escape-xml.ts';
import { groupByFile } from '../group-by-file.ts';
import { countsText } from '../summary-line.ts';
import { breakablePath } from './breakable-path.ts';

/** Files with a bar; the rest is counted below. */
const MAX_BARS = 12;

/** Bars of findings by severity, a file each, those with most errors first. */
export function severityPlot(findings: readonly Finding[]): string {
  const bars = [...groupByFile(findings)].map(([source, group]) => ({
    label: source.shown,
    group,
  }));
  bars.sort((a, b) => weight(b.group) - weight(a.group));
  const rest = bars.splice(MAX_BARS);
  const findingsOfRest = rest.flatMap(({ group }) => group);
  const more =
    rest.length === 0
      ? ''
      : `<p class="legend">${countNoun(rest.length, 'more file')}: ${countsText({ findings: findingsOfRest })}</p>`;
  const longest = bars.reduce((most, { group }) => Math.max(most, group.length), 1);
  const rows = bars.map(
    ({ label, group }) =>
      `<tr><th scope="row">${breakablePath(label)}</th><td>${bar(group, longest)}</td><td>${group.length}</td></tr>`,
  );
  return `<section class="card"><h2>Findings by file</h2><table class="plot">${rows.join('')}</table>${more}${LEGEND}</section>`;
}

const LEGEND = `<p class="legend" aria-hidden="true">${['error', 'warning', 'info']
  .map(
    (name) =>
      `<span><svg><rect class="bar-${name}" width="100%" height="100%" rx="3"></rect></svg>${name}</span>`,
  )
  .join('')}</p>`;

function bar(findings: readonly Finding[], longest: number): string {
  const { errors, warnings, infos } = countFindings({ findings });
  let x = 0;
  const parts = Object.entries({ error: errors, warning: warnings, info: infos }).map(([name, number]) => {
    const width = (100 * number) / longest;
    const attributes = {
      class: `bar-${name}`,
      x: percent(x),
      width: percent(width),
      height: '100%',
    };
    x += width;
    return number === 0 ? '' : `<rect${xmlAttributes(attributes)}></rect>`;
  });
  return `<svg role="img"${xmlAttributes({ 'aria-label': countsText({ findings }) })}>${parts.join('')}</svg>`;
}

function percent(number: number): string {
  return `${Math.round(number * 100) / 100}%`;
}

/** Any error weighs more than all warnings. */
function weight(findings: readonly Finding[]): number {
  const { errors, warnings, infos } = countFindings({ findings });
  return errors * 1e12 + warnings * 1e6 + infos;
}
