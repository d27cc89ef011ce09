import { jsonFinding } from './json-finding.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ShownResult } from './shown-result.ts';
import type { ToolInfo } from './tool-info.ts';

/** One JSON object per line and finding, each as in the JSON report; no findings, no output. For `jq` and log collectors. */
export function formatJsonl(shown: ShownResult, tool: ToolInfo): string {
  const lines = lineIndexes(shown);
  return shown.findings.map((finding) => `${JSON.stringify(jsonFinding(finding, tool, lines))}\n`).join('');
}
