import type { LintResult } from '../model/lint-result.ts';
import { jsonFinding } from './json-finding.ts';
import { lineIndexes } from './line-indexes.ts';
import { maskSecrets } from './mask-secrets.ts';
import type { ToolInfo } from './tool-info.ts';

/** One JSON object per line and finding, each as in the JSON report; no findings, no output. For `jq` and log collectors. */
export function formatJsonl(result: LintResult, tool: ToolInfo): string {
  const shown = maskSecrets(result);
  const lines = lineIndexes(shown);
  return shown.findings.map((finding) => `${JSON.stringify(jsonFinding(finding, tool, lines))}\n`).join('');
}
