import packageJson from '../../package.json' with { type: 'json' };
import type { ToolInfo } from '../report/tool-info.ts';
import { rules } from '../rules/registry.ts';

export const VERSION: string = packageJson.version;

const DOCS = `${packageJson.homepage}/blob/main/docs/rules`;

/** What reports say about chartlint and its rules. */
export const toolInfo: ToolInfo = {
  version: VERSION,
  rule: (id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    return rule === undefined
      ? undefined
      : { id, severity: rule.severity, summary: rule.docs.summary, why: rule.docs.why };
  },
  docs: (id) => `${DOCS}/${id}.md`,
};
