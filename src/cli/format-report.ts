import { formatNames, isFormatName, loadFormat } from '../report/formats.ts';
import type { ReportContext } from '../report/report-context.ts';
import type { ShownResult } from '../report/shown-result.ts';
import type { ToolInfo } from '../report/tool-info.ts';

/** Names that `--format` takes. */
export const FORMATS: readonly string[] = formatNames;

/** The report in a format; only that format's code is loaded. Throws for a name that is not in FORMATS. */
export async function formatReport(
  format: string,
  shown: ShownResult,
  tool: ToolInfo,
  context: ReportContext,
): Promise<string> {
  if (!isFormatName(format)) throw new Error(`no format is named "${format}"`);
  return (await loadFormat(format))(shown, tool, context);
}
