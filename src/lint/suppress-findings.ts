import type { Policy } from '../config/policy.ts';
import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import { CommentedFile } from './commented-file.ts';
import { gradeFindings } from './grade-findings.ts';
import type { Directive } from './parse-directive.ts';
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
  comments: ReadonlyMap<string, readonly ControlComment[]>,
  sources: ReadonlyMap<string, string>,
  policy: Policy,
): Suppressed {
  const files = new Map<string, CommentedFile>();
  if (!policy.heedsComments) return { findings, suppressed: [] };
  for (const [file, spans] of comments) files.set(file, new CommentedFile(sources.get(file) ?? '', spans));
  const left: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const directive =
      isUnreadable(finding) || !policy.mayHide(finding.rule)
        ? undefined
        : files.get(finding.span.source.id)?.hides(finding);
    if (directive === undefined) left.push(finding);
    else suppressed.push(hidden(finding, directive));
  }
  for (const { text, directives, reach } of [...files.values()].flatMap(({ texts }) => texts)) {
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

function hidden(finding: Finding, { reason }: Directive): SuppressedFinding {
  return { finding, by: 'comment', ...(reason === undefined ? {} : { reason }) };
}
