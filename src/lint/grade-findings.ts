import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';

/**
 * Gives each finding the severity that the configuration wants, without those that are off and those about values that
 * belong to the user or come at deploy time. What the parser says about a file stays: it is about the text.
 */
export function gradeFindings(findings: readonly Finding[], policy: Policy): Finding[] {
  return findings.flatMap((finding) => {
    const { rule, path, span } = finding;
    const setting = policy.severity(rule, span.source.shown, path);
    if (setting === 'off') return [];
    if (path !== '' && !rule.startsWith('yaml/') && policy.isExempt(span.source.shown, path)) return [];
    return [setting === 'on' || setting === finding.severity ? finding : { ...finding, severity: setting }];
  });
}
