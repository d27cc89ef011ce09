import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';
import type { ControlComment } from '../model/control-comment.ts';
import type { Source } from '../model/source.ts';
import type { Range } from '../model/span.ts';
import { FindingLog } from './finding-log.ts';
import { readEvents } from './read-events.ts';
import { readSimpleYaml } from './simple/read-simple-yaml.ts';

/** Keys of manifests behind which values stand as text: of HelmRelease and Application, of ConfigMaps, of k3s, and patches of them. */
const EMBEDDED = /^(?:values|valuesContent|patch|templatePatch|.*\.ya?ml)$/;
const MARKER = /#[ \t]*chartlint-(?:disable|enable)[^\r\n]*/g;
/** Comments and blank lines before anything else: comments for certain, whatever the rest of the text is. */
const HEAD = /^\uFEFF?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$))*/;

/**
 * The `# chartlint-disable…` and `# chartlint-enable…` comments of a YAML text, from the `#` to the end of the line, in order.
 * A `#` inside a string or a block scalar is none, unless the block is YAML of its own in a manifest (`EMBEDDED`). Texts without the words cost one search; of a text that is no YAML
 * only the comments at its head count. Never throws.
 */
export function controlComments(source: Source, text: string): ControlComment[] {
  if (!mayHoldSome(text)) return [];
  const own = ownComments(source, text);
  if (!/[|]/.test(text)) return own;
  return [...own, ...embeddedComments(source, text)].sort((a, b) => a.start - b.start);
}

function mayHoldSome(text: string): boolean {
  return text.includes('chartlint-disable') || text.includes('chartlint-enable');
}

/** Those in blocks of text that are YAML, whose lines are written as they are: the indentation is no part of the text, and does no harm. */
function embeddedComments(source: Source, text: string): ControlComment[] {
  const scalars = scalarEvents(source, text) ?? [];
  return scalars.flatMap(({ style, valueStart, valueEnd }, i) => {
    const key = scalars[i - 1];
    if (style !== SCALAR_STYLE.LITERAL_BLOCK || key === undefined) return [];
    if (!EMBEDDED.test(text.slice(key.valueStart, key.valueEnd))) return [];
    const block = text.slice(valueStart, valueEnd);
    const within = { start: valueStart, end: valueEnd };
    return controlComments(source, block).map((one) => ({
      source,
      start: one.start + valueStart,
      end: one.end + valueStart,
      within:
        one.within === undefined
          ? within
          : { start: one.within.start + valueStart, end: one.within.end + valueStart },
    }));
  });
}

function ownComments(source: Source, text: string): ControlComment[] {
  const content = contentRanges(source, text);
  const comments: ControlComment[] = [];
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

/** Where text is content rather than comment, in order; signs and spaces between scalars may be left out. */
function contentRanges(source: Source, text: string): Range[] {
  const comments: number[] = [];
  if (readSimpleYaml(text, undefined, comments) === undefined) return scalarRanges(source, text);
  const edges = [0, ...comments, text.length];
  return edges.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: edges[i + 1]! }] : []));
}

function scalarEvents(
  source: Source,
  text: string,
): Extract<Event, { type: typeof EVENT_ID.SCALAR }>[] | undefined {
  return readEvents(text, new FindingLog(source, text))?.filter((event) => event.type === EVENT_ID.SCALAR);
}

function scalarRanges(source: Source, text: string): Range[] {
  const scalars = scalarEvents(source, text);
  if (scalars === undefined) return [{ start: HEAD.exec(text)?.[0].length ?? 0, end: text.length }];
  return scalars
    .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd }))
    .filter(({ start, end }) => start < end);
}
