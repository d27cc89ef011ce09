import { EVENT_ID, type Event } from 'js-yaml';
import type { FindingLog } from './finding-log.ts';
import { skipBlank } from './source-scan.ts';

const MARKER = /^---[^\n]*/gm;

/**
 * Helm 4 cuts a values file at every line that starts with `---` before it parses the pieces (`LoadValues`), and
 * of each piece reads only the first document. Says which of the parsed documents count; undefined when Helm refuses.
 */
export function documentsThatCount(text: string, events: readonly Event[], log: FindingLog): boolean[] {
  checkMarkers(text, log);
  const counts: boolean[] = [];
  for (const event of events) {
    if (event.type !== EVENT_ID.DOCUMENT) continue;
    // What follows `...` without a `---` of its own is a second document of the same piece.
    counts.push(counts.length === 0 || event.explicitStart);
  }
  const start = skipBlank(text, 0);
  if (text.charAt(start) === '%') {
    const said = {
      problem: 'Helm 4 cannot read a "%" directive before the "---" of the first document',
      why: 'It refuses the file.',
      help: 'Delete the directive; Helm ignores the YAML version.',
    };
    log.refuse('yaml/syntax', said, { start, end: start + 1 });
  }
  return counts;
}

/** `LoadValues` wants nothing but a comment after `---`; Helm 3 would read on. */
function checkMarkers(text: string, log: FindingLog): void {
  if (!text.startsWith('---') && !text.includes('\n---')) return;
  for (const match of text.matchAll(MARKER)) {
    const rest = match[0].slice(3).trim();
    if (rest === '' || rest.startsWith('#')) continue;
    const start = match.index + 3;
    const said = {
      problem: 'Text follows "---" on the same line',
      why: 'Helm 4 takes every line that starts with "---" for the start of a document and refuses the text after it.',
      help: `Move ${JSON.stringify(rest.slice(0, 40))} to a line of its own.`,
    };
    log.refuse('yaml/syntax', said, {
      start: match.index,
      end: start + match[0].slice(3).trimEnd().length,
    });
  }
}
