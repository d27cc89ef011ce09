import { loadValues } from '../../src/load/load-values.ts';
import type { EntryPart } from '../../src/model/entry-part.ts';
import type { Finding } from '../../src/model/finding.ts';
import { fileSource } from '../../src/model/source.ts';
import type { ValuesPath } from '../../src/model/values-path.ts';

/** What Helm reads from the text: the data, or undefined when it refuses. */
export function valuesOf(text: string): unknown {
  return loadValues(fileSource('values.yaml'), text).document?.data;
}

/** Rule and marked text of each finding. */
export function findingsOf(text: string): string[] {
  return loadValues(fileSource('values.yaml'), text).findings.map((f) => `${f.rule} ${marked(text, f)}`);
}

/** The text of a finding's span. */
export function marked(text: string, finding: Finding): string {
  return text.slice(finding.span.start, finding.span.end);
}

/** The text that `locate` points at. */
export function textAt(text: string, path: ValuesPath, part: EntryPart = 'value'): string {
  const { document, findings } = loadValues(fileSource('values.yaml'), text);
  if (document === undefined) throw new Error(JSON.stringify(findings));
  const { start, end } = document.locate(path, part);
  return text.slice(start, end);
}
