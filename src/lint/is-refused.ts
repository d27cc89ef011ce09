import type { Finding } from '../model/finding.ts';

/** Rules about what Helm does not accept; of other mistakes it makes something all the same. */
const REFUSED =
  /^(?:flag\/|schema\/|merge\/subchart-not-a-map$|yaml\/(?!duplicate-key|several-documents|ignored-text|merge-overwrites-key|tag-mismatch|not-text))/;

/** Whether Helm cannot even read or merge the values because of the finding, whatever their schema says. */
export function isRefusedUnread(finding: Finding): boolean {
  return isRefused(finding) && !finding.rule.startsWith('schema/');
}

/** Whether Helm makes nothing of the release because of the finding. */
export function isRefused({ severity, rule }: Finding): boolean {
  return severity === 'error' && REFUSED.test(rule);
}
