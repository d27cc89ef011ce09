import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import { codeFrame } from './code-frame.ts';
import { formatPlace } from './format-place.ts';
import { lineIndexes } from './line-indexes.ts';
import { maskSecrets } from './mask-secrets.ts';
import { plainStyle, type Style } from './style.ts';
import { summaryLine } from './summary-line.ts';
import { visibleLine } from './visible-text.ts';

/** For people: one block per finding with the code, what is related and the fix; then a summary line. */
export function formatPretty(result: LintResult, style: Style = plainStyle): string {
  const shown = maskSecrets(result);
  const lines = lineIndexes(shown);
  const blocks = shown.findings.map((finding) => formatFinding(finding, lines, style));
  return `${[...blocks, summaryLine(shown, style)].join('\n\n')}\n`;
}

function formatFinding(finding: Finding, lines: (source: Source) => LineIndex, style: Style): string {
  const { severity, message, rule, span, related, fix } = finding;
  const place = style.bold(`${formatPlace(span, lines)}:`);
  const frame = codeFrame(lines(span.source), span).map((line) =>
    // Gutters stay in the background; the code is readable and the mark has the colour of the finding.
    line.replace(/^( *\d* \|)(.*?)(\^*)$/, (_, gutter: string, code: string, mark: string) => {
      return `${style.dim(gutter)}${code}${mark === '' ? '' : style[severity](mark)}`;
    }),
  );
  const output = [
    `${place} ${style[severity](severity)} ${visibleLine(message)} ${style.dim(`[${rule}]`)}`,
    ...frame,
  ];
  for (const other of related) {
    output.push(`  = ${formatPlace(other.span, lines)}: ${visibleLine(other.message)}`);
  }
  if (fix !== undefined) output.push(`  ${fix.safe ? 'fix' : 'suggestion'}: ${visibleLine(fix.title)}`);
  return output.join('\n');
}
