import type { FindingLog } from './finding-log.ts';
import { skipBlank } from './source-scan.ts';

const MARKER = /^(?:---|\.\.\.)(?=[\s]|$)/gm;

/**
 * The text up to the end of its first YAML document, which is all that Helm 3 reads: it hands the whole file to a function
 * that decodes one document (`ReadValues` in `pkg/chartutil/values.go`). What else the file holds is reported.
 */
export function firstDocument(text: string, log: FindingLog): string {
  const end = endOfFirst(text);
  if (end === undefined) return text;
  const lost = firstContent(text, end);
  if (lost !== undefined) {
    const said = {
      problem: 'Helm 3 reads only the first YAML document of a file',
      why: 'It drops everything from here on without a word.',
      help: 'Move the keys into the first document, or into a file of their own and pass it with -f.',
    };
    const length = text.slice(lost).search(/[\r\n]|$/);
    log.add('error', 'yaml/several-documents', said, { start: lost, end: lost + length });
  }
  return text.slice(0, end);
}

/** Where the marker stands that ends the first document; undefined when nothing follows it. */
function endOfFirst(text: string): number | undefined {
  for (const { index, 0: marker } of text.matchAll(MARKER)) {
    // Only comments and directives stand before the marker that opens the first document.
    const above = text.slice(0, index).split('\n');
    const opens = marker === '---' && above.every((line) => /^\s*(?:[#%]|$)/.test(line));
    if (!opens) return index;
  }
  return undefined;
}

function firstContent(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    const marker = /^(?:---|\.\.\.)(?=[\s]|$)/.exec(text.slice(at, at + 4));
    if (marker !== null) at += 3;
    const next = skipBlank(text, at);
    if (next >= text.length) return undefined;
    if (next === at && marker === null) return next;
    // A marker counts only at the start of a line.
    if (marker !== null && text.charAt(next - 1) !== '\n') return next;
    at = next;
  }
}
