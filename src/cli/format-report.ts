import type { LintResult } from '../model/lint-result.ts';
import type { Style } from '../report/style.ts';
import type { ToolInfo } from '../report/tool-info.ts';

/** Names that `--format` takes. */
export const FORMATS: readonly string[] = ['pretty', 'json'];

/** The report in a format; only that format's code is loaded. */
export async function formatReport(
  format: string,
  result: LintResult,
  tool: ToolInfo,
  style: Style | undefined,
): Promise<string> {
  if (format === 'json') return (await import('../report/json.ts')).formatJson(result, tool);
  return (await import('../report/pretty.ts')).formatPretty(result, style);
}
