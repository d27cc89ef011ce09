import { EVENT_ID } from 'js-yaml';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { FindingLog } from './finding-log.ts';
import { readEvents } from './read-events.ts';
import { readSimpleYaml } from './simple/read-simple-yaml.ts';

const MARKER = /#[ \t]*chartlint-(?:disable|enable)[^\r\n]*/g;
/** Comments and blank lines before anything else: comments for certain, whatever the rest of the text is. */
const HEAD = /^\uFEFF?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$))*/;

/**
 * The `# chartlint-disable…` and `# chartlint-enable…` comments of a YAML text, from the `#` to the end of the line, in order.
 * A `#` inside a string or a block scalar is none. Texts without the words cost one search; of a text that is no YAML
 * only the comments at its head count. Never throws.
 */
export function controlComments(source: Source, text: string): Span[] {
  if (!text.includes('chartlint-disable') && !text.includes('chartlint-enable')) return [];
  const content = contentRanges(source, text);
  const comments: Span[] = [];
  let next = 0;
  for (const match of text.matchAll(MARKER)) {
    const start = match.index;
    while (next < content.length && content[next]!.end <= start) next++;
    if (next < content.length && content[next]!.start <= start) continue;
    if (start > 0 && !/[\s\uFEFF]/.test(text.charAt(start - 1))) continue;
    comments.push({ source, start, end: start + match[0].trimEnd().length });
  }
  return comments;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where text is content rather than comment, in order; signs and spaces between scalars may be left out. */
function contentRanges(source: Source, text: string): Range[] {
  const comments: number[] = [];
  if (readSimpleYaml(text, undefined, comments) === undefined) return scalarRanges(source, text);
  const edges = [0, ...comments, text.length];
  return edges.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: edges[i + 1]! }] : []));
}

function scalarRanges(source: Source, text: string): Range[] {
  const events = readEvents(text, new FindingLog(source, text));
  if (events === undefined) return [{ start: HEAD.exec(text)?.[0].length ?? 0, end: text.length }];
  return events
    .filter((event) => event.type === EVENT_ID.SCALAR)
    .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd }))
    .filter(({ start, end }) => start < end);
}
