import type { LintResult } from '../model/lint-result.ts';
import { countFindings } from './count-findings.ts';
import { escapeXml } from './escape-xml.ts';
import { groupByFile } from './group-by-file.ts';
import { breakablePath } from './html/breakable-path.ts';
import { chartOfFile } from './html/chart-of-file.ts';
import { equalFindings } from './html/equal-findings.ts';
import { filterForm } from './html/filter-form.ts';
import { filterScript, filterScriptHash } from './html/filter-script.ts';
import { htmlFinding } from './html/html-finding.ts';
import { ruleMatrix } from './html/rule-matrix.ts';
import { runFooter } from './html/run-footer.ts';
import { severityPlot } from './html/severity-plot.ts';
import { styleSheet } from './html/style-sheet.ts';
import { suppressedList } from './html/suppressed-list.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ReportContext } from './report-context.ts';
import type { ShownResult } from './shown-result.ts';
import { countsText, summaryLine } from './summary-line.ts';
import type { ToolInfo } from './tool-info.ts';

/** The page may not load anything from anywhere, and runs no script but its own. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${filterScriptHash}'; base-uri 'none'; form-action 'none'`;

/** A page that needs nothing else: overview, filters and all findings with their code. Readable with scripts off. */
export function formatHtml(shown: ShownResult, tool: ToolInfo, context: ReportContext = {}): string {
  const title = `chartlint: ${countsText(shown)}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${styleSheet}</style>`,
    '</head>',
    '<body>',
    `<header><h1>Helm values report</h1><p class="lead">${escapeXml(summaryLine(shown))}</p></header>`,
    tiles(shown),
    ...(shown.findings.length === 0 ? [] : findingParts(shown, tool)),
    suppressedList(shown.suppressed, lineIndexes(shown)),
    runFooter(tool, context),
    ...(shown.findings.length === 0 ? [] : [`<script>${filterScript}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function tiles(result: LintResult): string {
  const { errors, warnings, infos, fixable } = countFindings(result);
  const tile = (kind: string, number: number, label: string): string =>
    `<li class="${number === 0 ? 'none' : kind}"><b>${number}</b>${label}</li>`;
  return [
    '<ul class="tiles">',
    tile('error', errors, errors === 1 ? 'error' : 'errors'),
    tile('warning', warnings, warnings === 1 ? 'warning' : 'warnings'),
    tile('info', infos, infos === 1 ? 'info' : 'infos'),
    tile('plain', fixable, 'fixable'),
    tile('plain', result.suppressed.length, 'suppressed'),
    tile('plain', result.files, result.files === 1 ? 'file' : 'files'),
    '</ul>',
  ].join('');
}

function findingParts(result: LintResult, tool: ToolInfo): string[] {
  const lines = lineIndexes(result);
  const chartOf = chartOfFile(result);
  const groups = equalFindings(result.findings);
  const of = new Map(groups.map((group) => [group.finding, group.others]));
  const files = [...groupByFile(groups.map(({ finding }) => finding))];
  const rules = [...new Set(result.findings.map(({ rule }) => rule))].sort();
  const charts = [...new Set(result.findings.map(({ span }) => chartOf(span.source)))].sort();
  const sections = files.map(([source, findings]) => {
    const head = `<header><h3>${breakablePath(source.shown)}</h3><span>${escapeXml(chartOf(source))}</span><span>${countsText({ findings })}</span></header>`;
    const articles = findings.map((finding) =>
      htmlFinding({ finding, others: of.get(finding) ?? [] }, chartOf, tool, lines),
    );
    return `<section class="file">\n${head}\n${articles.join('\n')}\n</section>`;
  });
  return [
    `<div class="charts">${severityPlot(result.findings)}${ruleMatrix(result.findings, chartOf, tool)}</div>`,
    '<main id="findings">',
    '<h2>Findings</h2>',
    filterForm(rules, charts),
    ...sections,
    '<p id="nothing" hidden>No finding matches the filters.</p>',
    '</main>',
  ];
}
