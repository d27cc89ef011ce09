import type { Finding } from '../model/finding.ts';
import { hideShownSecrets } from '../model/hide-shown-secrets.ts';
import { LineIndex } from '../model/line-index.ts';
import { joinStatement } from '../model/statement.ts';

/** What a finding says with its place in front, in one line, for a command that ends because of it. */
export function placedReason(finding: Finding, texts: ReadonlyMap<string, string>): string {
  const { source, start } = finding.span;
  const text = texts.get(source.id) ?? '';
  const said = hideShownSecrets(joinStatement(finding), text);
  if (source.shown === '') return said;
  if (source.kind === 'flag') return `${source.shown}: ${said}`;
  const { line, column } = new LineIndex(text).positionAt(start);
  return `${source.shown}:${line}:${column}: ${said}`;
}
