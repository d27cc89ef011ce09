import type { Finding } from '../model/finding.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import { codeFrame } from './code-frame.ts';
import { detailLines } from './detail-lines.ts';
import { escapeXml, xmlAttributes } from './escape-xml.ts';
import { formatPlace } from './format-place.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ShownResult } from './shown-result.ts';

/** One test of a suite. */
interface Case {
  readonly outcome: 'failure' | 'skipped' | 'passed';
  readonly xml: string;
}

/**
 * JUnit XML: a suite per file. Errors and warnings are failures, an info is a passed test with output, a suppressed finding a
 * skipped one; a clean file is one passed test.
 */
export function formatJunit(shown: ShownResult): string {
  const lines = lineIndexes(shown);
  const files = new Map<string, { readonly name: string; readonly cases: Case[] }>();
  const suiteOf = ({ id, shown: name }: Source): { readonly name: string; readonly cases: Case[] } => {
    const known = files.get(id) ?? { name, cases: [] };
    files.set(id, known);
    return known;
  };
  for (const { files: ofRelease } of shown.releases) for (const source of ofRelease) suiteOf(source);
  for (const finding of shown.findings) suiteOf(finding.span.source).cases.push(findingCase(finding, lines));
  for (const entry of shown.suppressed) {
    suiteOf(entry.finding.span.source).cases.push(suppressedCase(entry, lines));
  }
  const suites = [...files.values()]
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ name, cases }) => suite(name, cases.length === 0 ? [cleanCase(name)] : cases));
  const totals = countCases(suites.flatMap(({ cases }) => cases));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${xmlAttributes({ name: 'chartlint', ...totals })}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
  ].join('\n')}\n`;
}

function suite(file: string, cases: readonly Case[]): { cases: readonly Case[]; xml: string } {
  const open = `  <testsuite${xmlAttributes({ name: file, ...countCases(cases) })}>`;
  return { cases, xml: [open, ...cases.map(({ xml }) => xml), '  </testsuite>'].join('\n') };
}

function countCases(cases: readonly Case[]): Record<string, number> {
  const of = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: of('failure'), errors: 0, skipped: of('skipped') };
}

function findingCase(finding: Finding, lines: (source: Source) => LineIndex): Case {
  const { severity, rule, span } = finding;
  const { problem } = finding;
  const text = [
    `${formatPlace(span, lines)}: ${severity} ${problem} [${rule}]`,
    ...codeFrame(lines(span.source), [{ span }]),
    ...detailLines(finding, lines),
  ].join('\n');
  if (severity === 'info') {
    return {
      outcome: 'passed',
      xml: testCase(finding, lines, `<system-out>${escapeXml(text)}</system-out>`),
    };
  }
  const attributes = xmlAttributes({ message: problem, type: severity });
  return {
    outcome: 'failure',
    xml: testCase(finding, lines, `<failure${attributes}>${escapeXml(text)}</failure>`),
  };
}

function suppressedCase(
  { finding, by, reason }: SuppressedFinding,
  lines: (source: Source) => LineIndex,
): Case {
  const who = by === 'comment' ? 'Suppressed by a comment' : 'Suppressed by the baseline';
  const message = reason === undefined ? `${who}.` : `${who}: ${reason}`;
  return {
    outcome: 'skipped',
    xml: testCase(finding, lines, `<skipped${xmlAttributes({ message })}/>`),
  };
}

/** The name holds no line number: it is what dashboards follow from run to run. */
function testCase(
  { rule, path, span }: Finding,
  lines: (source: Source) => LineIndex,
  inside: string,
): string {
  const { line } = lines(span.source).positionAt(span.start);
  const name = path === '' ? rule : `${rule} ${path}`;
  const attributes = xmlAttributes({ name, classname: span.source.shown, file: span.source.shown, line });
  return `    <testcase${attributes}>\n      ${inside}\n    </testcase>`;
}

function cleanCase(file: string): Case {
  return {
    outcome: 'passed',
    xml: `    <testcase${xmlAttributes({ name: 'chartlint', classname: file, file })}/>`,
  };
}
