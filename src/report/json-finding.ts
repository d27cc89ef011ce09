import type { Finding } from '../model/finding.ts';
import type { TextEdit } from '../model/fix.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { joinStatement, statementOf } from '../model/statement.ts';
import type { ToolInfo } from './tool-info.ts';

/** One finding as machines read it (DESIGN §9), keys in that order; `fix` and `docs` are absent when there is none. */
export function jsonFinding(finding: Finding, tool: ToolInfo, lines: (source: Source) => LineIndex): object {
  const { rule, severity, path, span, related, fix } = finding;
  const end = lines(span.source).positionAt(span.end);
  return {
    rule,
    severity,
    message: joinStatement(finding),
    ...statementOf(finding),
    path,
    ...place(span, lines),
    endLine: end.line,
    endColumn: end.column,
    related: related.map((other) => ({ ...place(other.span, lines), message: other.message })),
    fix: fix === undefined ? undefined : { title: fix.title, safe: fix.safe, edits: fix.edits.map(edit) },
    docs: tool.docs(rule),
  };
}

/** Nothing of a text edit that a secret is in is left (`maskSecrets`). */
function edit({ span: { source, start, end }, text }: TextEdit): object {
  return { file: source.shown, start, end, text };
}

function place(span: Span, lines: (source: Source) => LineIndex): object {
  const { line, column } = lines(span.source).positionAt(span.start);
  return { file: span.source.shown, line, column };
}
