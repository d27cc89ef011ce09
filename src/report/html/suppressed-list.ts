import type { LineIndex } from '../../model/line-index.ts';
import type { SuppressedFinding } from '../../model/lint-result.ts';
import type { Source } from '../../model/source.ts';
import { escapeXml } from '../escape-xml.ts';
import { formatPlace } from '../format-place.ts';

/** Suppressed findings, folded at the end of the page; nothing when there are none. */
export function suppressedList(
  suppressed: readonly SuppressedFinding[],
  lines: (source: Source) => LineIndex,
): string {
  if (suppressed.length === 0) return '';
  const rows = suppressed.map(({ finding, by, reason }) => {
    const place = `<span class="place">${escapeXml(formatPlace(finding.span, lines))}</span>`;
    const why = reason === undefined ? by : `${by}: ${reason}`;
    return `<tr><td>${place}</td><td><code>${escapeXml(finding.rule)}</code></td><td>${escapeXml(finding.problem)}</td><td>${escapeXml(why)}</td></tr>`;
  });
  return [
    `<details class="card"><summary>${suppressed.length} suppressed</summary><div class="scroll" tabindex="0"><table class="hidden-list">`,
    '<thead><tr><th>Where</th><th>Rule</th><th>Problem</th><th>Suppressed by</th></tr></thead>',
    `<tbody>${rows.join('\n')}</tbody></table></div></details>`,
  ].join('\n');
}
