import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { LIMITS } from '../model/limits.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';
import { describeTab } from './describe-tab.ts';
import type { FindingLog } from './finding-log.ts';
import { type LayoutScan, scanLayout } from './scan-layout.ts';

interface Failure {
  readonly at: number;
  readonly reason: string;
}

/** The parser's events, or undefined when the text is no YAML that Helm reads; the log then says why. Never throws. */
export function readEvents(text: string, log: FindingLog): Event[] | undefined {
  let parsed = parse(text);
  let scan: LayoutScan | undefined;
  if (!Array.isArray(parsed)) {
    scan = scanLayout(text);
    parsed = parseSoftened(text, scan, parsed);
  } else if (text.includes('\t')) scan = scanLayout(text);
  if (Array.isArray(parsed)) {
    if (scan === undefined || scan.tab === -1) return parsed;
    log.refuse('yaml/syntax', describeTab(text, scan.tab), { start: scan.tab, end: scan.tab + 1 });
    return undefined;
  }
  const heard = readUntil(text, parsed, log);
  if (heard !== undefined) return heard;
  const problem = describeSyntaxError(text, parsed.at, parsed.reason, scan!);
  log.refuse('yaml/syntax', problem, problem);
  return undefined;
}

/**
 * A line indented less than the first key ends the document for go-yaml, and whoever asks for one document never hears of
 * the rest. Not with more `---` to come: Helm 4 reads those.
 */
function readUntil(text: string, failure: Failure, log: FindingLog): Event[] | undefined {
  if (!failure.reason.startsWith('end of the stream') || text.includes('\n---', failure.at)) return undefined;
  const lineStart = startOfLine(text, failure.at);
  const parsed = parse(text.slice(0, lineStart));
  if (!Array.isArray(parsed) || !/[\w"'-]/.test(text.charAt(failure.at))) return undefined;
  const root = parsed[1];
  if (
    root?.type !== EVENT_ID.MAPPING ||
    root.start - startOfLine(text, root.start) <= failure.at - lineStart
  ) {
    return undefined;
  }
  const said = {
    problem: 'Helm stops reading here without a word: this line is indented less than the first key',
    why: 'All values from here on are lost.',
    help: 'Align it with the first key of the file.',
  };
  const end = failure.at + text.slice(failure.at, failure.at + 1000).search(/[\r\n]|$/);
  log.add('error', 'yaml/ignored-text', said, { start: failure.at, end });
  return parsed;
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Once more, with what go-yaml takes and js-yaml does not out of the way. Values are read from the text as given. */
function parseSoftened(text: string, scan: LayoutScan, failure: Failure): Event[] | Failure {
  if (scan.softened === undefined) return failure;
  const parsed = parse(scan.softened);
  if (!Array.isArray(parsed)) return parsed;
  for (const event of parsed) {
    if (event.type !== EVENT_ID.SCALAR || !event.fast) continue;
    // A line end that the parser did not see still folds.
    for (let i = event.valueStart; i < event.valueEnd; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13 || code === 92) event.fast = false;
    }
  }
  return parsed;
}

function parse(text: string): Event[] | Failure {
  try {
    return parseEvents(text, { maxDepth: LIMITS.nesting });
  } catch (error) {
    if (!(error instanceof YAMLException)) return { at: 0, reason: 'nesting exceeded the stack' };
    return { at: Math.min(error.mark?.position ?? 0, text.length), reason: error.reason };
  }
}
