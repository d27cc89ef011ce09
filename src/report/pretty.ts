import type { DetectedBy } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import { codeFrame } from './code-frame.ts';
import { countFindings } from './count-findings.ts';
import { lineIndexes } from './line-indexes.ts';
import { plainStyle, type Style } from './style.ts';

/** For people: one block per finding with the code, what is related and the fix; then a summary line. */
export function formatPretty(result: LintResult, style: Style = plainStyle): string {
  const lines = lineIndexes(result);
  const blocks = result.findings.map((finding) => formatFinding(finding, lines, style));
  return `${[...blocks, formatSummary(result, style)].join('\n\n')}\n`;
}

function formatFinding(finding: Finding, lines: (file: string) => LineIndex, style: Style): string {
  const { severity, message, rule, span, related, fix } = finding;
  const place = style.bold(`${formatPlace(span, lines)}:`);
  const frame = codeFrame(lines(span.file), span).map((line) => style.dim(line));
  const output = [`${place} ${style[severity](severity)} ${message} ${style.dim(`[${rule}]`)}`, ...frame];
  for (const other of related) output.push(`  = ${formatPlace(other.span, lines)}: ${other.message}`);
  if (fix !== undefined) output.push(`  ${fix.safe ? 'fix' : 'suggestion'}: ${fix.title}`);
  return output.join('\n');
}

function formatPlace(span: Span, lines: (file: string) => LineIndex): string {
  const { line, column } = lines(span.file).positionAt(span.start);
  return `${span.file}:${line}:${column}`;
}

const FOUND_BY: Readonly<Record<DetectedBy, string>> = {
  flag: 'named by a flag',
  config: 'named in the configuration',
  modeline: 'named by its modeline',
  'chart-yaml': 'found by Chart.yaml',
  shape: 'recognized by the keys',
  none: '',
};

function formatSummary(result: LintResult, style: Style): string {
  const { errors, warnings, infos, fixable } = countFindings(result);
  const counts = [
    ...(errors > 0 ? [style.error(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [style.warning(count(warnings, 'warning'))] : []),
    ...(infos > 0 ? [style.info(count(infos, 'info'))] : []),
  ];
  const found = counts.length === 0 ? 'nothing to report' : counts.join(', ');
  const fixes = fixable === 0 ? '' : ` ${fixable} can be fixed.`;
  const hidden = result.suppressed.length === 0 ? '' : ` ${result.suppressed.length} suppressed.`;
  return `${count(result.files, 'file')}${charts(result)}: ${found}.${fixes}${hidden}`;
}

/** ` (ColonyOS 0.0.4, recognized by the keys)`; several charts are listed without how they were found. */
function charts({ releases }: LintResult): string {
  const known = new Map<string, DetectedBy>();
  for (const { title, version, detectedBy } of releases) {
    if (title !== undefined) known.set(version === undefined ? title : `${title} ${version}`, detectedBy);
  }
  const [first] = known;
  if (first === undefined) return '';
  return known.size === 1
    ? ` (${first[0]}, ${FOUND_BY[first[1]]})`
    : ` (${[...known.keys()].sort().join(', ')})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
