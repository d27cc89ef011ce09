import type { LineIndex } from '../model/line-index.ts';
import type { Source } from '../model/source.ts';
import { isFileOnDisk } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { ReportContext } from './report-context.ts';
import { artifactLocation } from './sarif-artifact.ts';

/** Longer texts are left to the file itself. */
const MAX_SNIPPET = 500;

/** What it takes to turn spans into SARIF locations. */
export interface SarifPlaces {
  readonly lines: (source: Source) => LineIndex;
  readonly context: ReportContext;
  /** Stands in for flags and standard input: viewers show no result without a file. */
  readonly anchor: Source | undefined;
}

/** SARIF `physicalLocation`; undefined when there is no file to point at. */
export function physicalLocation(span: Span, { lines, context, anchor }: SarifPlaces): object | undefined {
  if (isFileOnDisk(span.source)) {
    const index = lines(span.source);
    const text = index.text.slice(span.start, span.end);
    // Blank, too, where the text is not at hand.
    const snippet = text.trim() === '' || text.length > MAX_SNIPPET ? {} : { snippet: { text } };
    return {
      artifactLocation: artifactLocation(span.source.shown, context),
      region: { ...sarifRegion(span, index), ...snippet },
    };
  }
  if (anchor === undefined) return undefined;
  return { artifactLocation: artifactLocation(anchor.shown, context), region: { startLine: 1 } };
}

/** SARIF `region` in lines and UTF-16 columns; `endColumn` is the first one after the span. */
export function sarifRegion(span: Span, index: LineIndex): object {
  const start = index.positionAt(span.start);
  const end = index.positionAt(span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
