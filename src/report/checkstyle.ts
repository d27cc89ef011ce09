import { joinStatement } from '../model/statement.ts';
import { xmlAttributes } from './escape-xml.ts';
import { groupByFile } from './group-by-file.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ShownResult } from './shown-result.ts';

/** The XML of Checkstyle, which Jenkins, reviewdog and others read. Files without a finding are left out. */
export function formatCheckstyle(shown: ShownResult): string {
  const lines = lineIndexes(shown);
  const output = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const [source, findings] of groupByFile(shown.findings)) {
    output.push(`  <file${xmlAttributes({ name: source.shown })}>`);
    for (const finding of findings) {
      const { rule, severity, span } = finding;
      const message = joinStatement(finding);
      const { line, column } = lines(source).positionAt(span.start);
      const check = `chartlint.${rule.replaceAll('/', '.')}`;
      output.push(`    <error${xmlAttributes({ line, column, severity, message, source: check })}/>`);
    }
    output.push('  </file>');
  }
  output.push('</checkstyle>');
  return `${output.join('\n')}\n`;
}
