import { allChecks } from '../check-docs/all-checks.ts';
import { ruleHeads } from '../generated/rule-heads.ts';
import type { ToolInfo } from '../report/tool-info.ts';
import { HOMEPAGE, VERSION } from './version.ts';

const DOCS = `${HOMEPAGE}/blob/main/docs/rules`;

/** What reports say about chartlint and its rules. */
export const toolInfo: ToolInfo = {
  version: VERSION,
  rule: (id) => {
    const rule = ruleHeads.find((candidate) => candidate.id === id);
    if (rule !== undefined) return { id, severity: rule.severity, ...rule.docs };
    return allChecks.find((check) => check.id === id);
  },
  // A rule of a plugin has no page.
  docs: (id) => (isShipped(id) ? `${DOCS}/${id}.md` : undefined),
};

function isShipped(id: string): boolean {
  return ruleHeads.some((rule) => rule.id === id) || allChecks.some((check) => check.id === id);
}
