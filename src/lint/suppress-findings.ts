import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import { LineIndex } from '../model/line-index.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import type { Span } from '../model/span.ts';
import { DirectiveReach } from './directive-reach.ts';
import { gradeFindings } from './grade-findings.ts';
import { type Directive, parseDirective } from './parse-directive.ts';
import { reportDirective } from './report-directive.ts';

/** What is left to report, and what is hidden. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Takes out the findings that a `# chartlint-disable…` comment hides, and adds what is wrong with such comments. A finding
 * belongs to the line where its span starts.
 * @param findings in the order of the contract.
 * @param comments the `# chartlint-…` comments of each file that has some.
 */
export function suppressFindings(
  findings: readonly Finding[],
  comments: ReadonlyMap<string, readonly Span[]>,
  sources: ReadonlyMap<string, string>,
  policy: Policy,
): Suppressed {
  const files = new Map<string, CommentedFile>();
  if (!policy.heedsComments) return { findings, suppressed: [] };
  for (const [file, spans] of comments) files.set(file, commentedFile(sources.get(file) ?? '', spans));
  const left: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const file = files.get(finding.span.source.id);
    const directive =
      isUnreadable(finding) || !policy.mayHide(finding.rule)
        ? undefined
        : file?.reach.hides(finding.rule, file.lines.positionAt(finding.span.start).line);
    if (directive === undefined) left.push(finding);
    else suppressed.push(hidden(finding, directive));
  }
  for (const { text, directives, reach } of files.values()) {
    for (const directive of directives) {
      left.push(...gradeFindings(reportDirective(directive, reach.unused(directive), text, policy), policy));
    }
  }
  return { findings: left, suppressed };
}

/** A file that cannot be read may not say so itself that nobody hears of it. */
function isUnreadable({ rule, severity }: Finding): boolean {
  return rule.startsWith('yaml/') && severity === 'error';
}

interface CommentedFile {
  readonly text: string;
  readonly lines: LineIndex;
  readonly directives: readonly Directive[];
  readonly reach: DirectiveReach;
}

function commentedFile(text: string, spans: readonly Span[]): CommentedFile {
  const lines = new LineIndex(text);
  const directives = spans.map((span) => parseDirective(span, text));
  return { text, lines, directives, reach: new DirectiveReach(directives, lines) };
}

function hidden(finding: Finding, { reason }: Directive): SuppressedFinding {
  return { finding, by: 'comment', ...(reason === undefined ? {} : { reason }) };
}
