import type { Place } from './finding-log.ts';

/** What a scalar says, and where each character of it is written. */
export interface ScalarPlaces {
  /** Where a part of the value stands in the text. */
  place(start: number, end: number): Place;
  /** The text as it has to be written where the scalar stands; undefined where it cannot be. */
  encode(text: string): string | undefined;
  /** What a part of the text that stands there says, on one line. */
  decode(written: string): string;
}

/** Equal steps in value and text: from here on each character is written as itself, unless `width` says that one is an escape. */
interface Stretch {
  readonly value: number;
  readonly text: number;
  readonly width: number;
}

/**
 * Finds the characters of a scalar's value again in the text that it was read from, `start` to `end` with its quotes or the `|` or `>` in
 * front of it. Undefined when the two do not fit: then nothing is known about places inside.
 */
export function scalarPlaces(
  text: string,
  start: number,
  end: number,
  value: string,
): ScalarPlaces | undefined {
  const first = text[start];
  const isBlock = first === '|' || first === '>';
  const stretches = isBlock
    ? blockStretches(text, start, end, value)
    : flowStretches(text, start, end, value);
  if (stretches === undefined) return undefined;
  const at = (offset: number): Place => {
    const { value: from, text: to, width } = stretchAt(stretches, offset);
    const place = to + (width > 1 ? 0 : offset - from);
    return { start: place, end: place + width };
  };
  return {
    place: (from, to) => {
      const head = at(from).start;
      return { start: head, end: to > from ? Math.max(head, at(to - 1).end) : head };
    },
    decode:
      first === '"'
        ? decodeDouble
        : first === "'"
          ? (written) => written.replaceAll("''", "'")
          : (written) => written,
    encode: first === '"' ? encodeDouble : first === "'" ? encodeSingle : onOneLine,
  };
}

function stretchAt(stretches: readonly Stretch[], offset: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stretches[middle]!.value <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low]!;
}

function encodeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function decodeDouble(written: string): string {
  return written.replaceAll(/\\(["\\/])/g, '$1');
}

function encodeSingle(text: string): string | undefined {
  return onOneLine(text)?.replaceAll("'", "''");
}

/** A line break would be folded. */
function onOneLine(text: string): string | undefined {
  return text.includes('\n') ? undefined : text;
}

/** Line by line: what a line holds behind its indentation comes next in the value, behind spaces and line ends of folding. */
function blockStretches(text: string, start: number, end: number, value: string): Stretch[] | undefined {
  const header = /^[|>][-+0-9]*[^\r\n]*(?:\r\n?|\n|$)/.exec(text.slice(start, Math.max(end, start + 200)));
  if (header === null) return undefined;
  const body = start + header[0].length;
  const lines = Array.from(
    text.slice(body, end).matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g),
    ({ 0: line, index }) => ({
      at: body + index,
      line: line.replace(/[\r\n]+$/, ''),
    }),
  ).filter(({ at }) => at < end);
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const least = Math.min(...filled.map(({ line }) => line.search(/[^ ]/)));
  const [head] = filled;
  if (head === undefined) return [{ value: 0, text: Math.min(body, end), width: 1 }];
  // With an indentation indicator the first line may be indented further.
  const candidates = /[0-9]/.test(header[0].slice(0, 3)) ? [...Array(least + 1).keys()].reverse() : [least];
  for (const indent of candidates) {
    const stretches = aligned(lines, indent, value);
    if (stretches !== undefined) return stretches;
  }
  return undefined;
}

function aligned(
  lines: readonly { readonly at: number; readonly line: string }[],
  indent: number,
  value: string,
): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const { at, line } of lines) {
    const content = line.slice(indent);
    if (content.trim() === '') continue;
    while (next < value.length && !value.startsWith(content, next) && /[ \n]/.test(value[next]!)) next++;
    if (!value.startsWith(content, next)) return undefined;
    // What folding put between belongs to the end of the line before.
    stretches.push({
      value: stretches.length === 0 ? 0 : next,
      text: stretches.length === 0 ? at + indent - next : at + indent,
      width: 1,
    });
    next += content.length;
  }
  return /^[ \t\n]*$/.test(value.slice(next)) ? stretches : undefined;
}

const HEX: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Quoted and plain scalars: character by character, with escapes and folded lines. */
function flowStretches(text: string, start: number, end: number, value: string): Stretch[] | undefined {
  const quote = text[start] === '"' || text[start] === "'" ? text[start] : '';
  const stop = end - quote.length;
  let at = start + quote.length;
  let next = 0;
  const stretches: Stretch[] = [{ value: 0, text: at, width: 1 }];
  const step = (width: number, count: number): void => {
    const last = stretches.at(-1)!;
    if (width !== 1 || last.width !== 1 || at - last.text !== next - last.value)
      stretches.push({ value: next, text: at, width });
    at += width;
    next += count;
  };
  while (at < stop) {
    const fold = /^[ \t]*(?:\r\n?|\n)[ \t\r\n]*/.exec(text.slice(at, stop));
    if (fold !== null) {
      const breaks = fold[0].match(/\r\n?|\n/g)!.length;
      const count = breaks === 1 ? 1 : breaks - 1;
      if (!/^[ \n]*$/.test(value.slice(next, next + count))) return undefined;
      step(fold[0].length, count);
    } else if (quote === '"' && text[at] === '\\') {
      const broken = /^\\(?:\r\n?|\n)[ \t]*/.exec(text.slice(at, stop));
      if (broken !== null) at += broken[0].length;
      else {
        const width = HEX[text[at + 1]!] ?? 2;
        const count = width === 10 && Number.parseInt(text.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1;
        step(width, count);
      }
    } else if (quote === "'" && text[at] === "'") step(2, 1);
    else {
      if (text[at] !== value[next]) return undefined;
      step(1, 1);
    }
  }
  return next === value.length ? stretches : undefined;
}
