import { formatNames, isFormatName, loadFormat } from '../report/formats.ts';
import { type LogSyntax, logSafe } from '../report/log-safe.ts';
import type { ReportContext } from '../report/report-context.ts';
import type { ShownResult } from '../report/shown-result.ts';
import type { ToolInfo } from '../report/tool-info.ts';

/** Names that `--format` takes. */
export const FORMATS: readonly string[] = formatNames;

/**
 * How formats that are more than text write what a log must not act on; one that is all commands to a runner takes care of it
 * itself.
 */
const SYNTAXES: Readonly<Partial<Record<(typeof formatNames)[number], LogSyntax | 'its own'>>> = {
  json: 'json',
  jsonl: 'json',
  sarif: 'json',
  gitlab: 'json',
  junit: 'xml',
  checkstyle: 'xml',
  html: 'xml',
  github: 'its own',
};

/** The report in a format; only that format's code is loaded. Throws for a name that is not in FORMATS. */
export async function formatReport(
  format: string,
  shown: ShownResult,
  tool: ToolInfo,
  context: ReportContext,
): Promise<string> {
  if (!isFormatName(format)) throw new Error(`no format is named "${format}"`);
  const text = (await loadFormat(format))(shown, tool, context);
  const syntax = SYNTAXES[format] ?? 'text';
  return syntax === 'its own' ? text : logSafe(text, syntax);
}
