import type { Statement } from '../model/statement.ts';
import { describeTab } from './describe-tab.ts';
import type { Place } from './finding-log.ts';
import type { LayoutScan } from './scan-layout.ts';
import { templateTextAt } from './template-text.ts';

export interface SyntaxProblem extends Place, Statement {}

/** A key with its value right behind the colon (`image:nginx`), but neither `http://x` nor `a::b`. */
const NO_SPACE = /^([ \t]*(?:- +)*)(["']?[\w./-]+["']?):(?=[^\s/:])(?!.*: )/;

/**
 * Says in our words what the parser could not read. `at` is where it stopped and `reason` its own words, which no user
 * sees; the cause is often further up, so the layout is asked first.
 */
export function describeSyntaxError(
  text: string,
  at: number,
  reason: string,
  scan: LayoutScan,
): SyntaxProblem {
  if (scan.tab !== -1 && scan.tab <= lineEnd(text, at)) {
    return { ...describeTab(text, scan.tab), start: scan.tab, end: scan.tab + 1 };
  }
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  const template = templateOnLine(text, at, line) ?? templateTextAt(text, scan.unclosed);
  if (template !== undefined) return template;
  if (scan.unclosed !== -1 && scan.unclosed <= at) return describeUnclosed(text, scan.unclosed);
  return (
    describeFilledBraces(text, at) ??
    describeMissingSpace(text, at, reason) ??
    describeMultilineKey(text, at, reason) ??
    describeDeeperKey(text, at, line) ??
    describeSecondColon(text, at, line) ??
    describeStart(text, at) ??
    describeAfterQuote(text, at) ?? { ...wordsFor(text, at, reason), ...restOfLine(text, at) }
  );
}

function templateOnLine(text: string, at: number, line: string): SyntaxProblem | undefined {
  const open = line.indexOf('{{');
  if (open === -1 || /["']/.test(line.slice(0, open).replace(/(["']).*?\1/g, ''))) return undefined;
  return templateTextAt(text, lineStart(text, at) + open);
}

function describeUnclosed(text: string, at: number): SyntaxProblem {
  const opener = text.charAt(at);
  const isQuote = opener === '"' || opener === "'";
  const closer = isQuote ? opener : opener === '[' ? ']' : '}';
  const said = isQuote
    ? {
        problem: `The quote ${opener} opened here is never closed`,
        why: 'The rest of the file becomes one text.',
        help: `Add the closing ${closer}.`,
      }
    : {
        problem: `The "${opener}" opened here is never closed`,
        why: 'What follows becomes part of it.',
        help: `Add the closing "${closer}".`,
      };
  return { ...said, start: at, end: at + 1 };
}

/** A key whose value is empty on its own line, and then items or keys below it: somebody filled in a default and left the braces. */
const EMPTY_VALUE = /^([ ]*)(?:- +)*(["']?[^\s#"'][^"']*?["']?):[ ]+(\{[ ]*\}|\[[ ]*\]|""|'')[ ]*(?:#.*)?$/;

const LONGEST_LINE = 500;

function describeFilledBraces(text: string, at: number): SyntaxProblem | undefined {
  const here = lineStart(text, at);
  const above = lineAbove(text, at);
  const end = lineEnd(text, above);
  // The pattern looks back and forth, and nobody leaves braces at the end of such a line.
  if (end - above > LONGEST_LINE) return undefined;
  const match = EMPTY_VALUE.exec(text.slice(above, end));
  if (above === here || match === null) return undefined;
  const [line, indent, key, empty] = match as unknown as [string, string, string, string];
  const below = text.slice(here, lineEnd(text, here));
  const depth = below.search(/\S|$/);
  if (depth <= indent.length && !(depth === indent.length && below.startsWith('- ', depth))) return undefined;
  const start = above + line.lastIndexOf(empty, line.indexOf('#') === -1 ? line.length : line.indexOf('#'));
  const said = {
    problem: `"${key}" is ${empty} already, so what stands below it cannot be its value`,
    why: 'Helm refuses the file.',
    help: `Remove the ${empty}.`,
  };
  return { ...said, start, end: start + empty.length };
}

/** On the line where the parser stopped, or on the one above: the text there was taken to go on. */
function describeMissingSpace(text: string, at: number, reason: string): SyntaxProblem | undefined {
  if (!/mapping|document separator|':'|whitespace/.test(reason)) return undefined;
  for (const start of [lineStart(text, at), lineAbove(text, at)]) {
    const match = NO_SPACE.exec(text.slice(start, lineEnd(text, start)));
    if (match === null) continue;
    const keyStart = start + match[1]!.length;
    const key = match[2]!;
    const said = {
      problem: `There is no space behind the colon of "${key.replace(/["']/g, '')}:"`,
      why: 'YAML takes the whole line for text, not for a key with a value.',
      help: 'Put a space behind the colon.',
    };
    return { ...said, start: keyStart, end: keyStart + key.length + 1 };
  }
  return undefined;
}

/** The parser stops at the colon of the next key; the text that it took for the start of that key is the line above. */
function describeMultilineKey(text: string, at: number, reason: string): SyntaxProblem | undefined {
  if (!reason.includes('multiline key')) return undefined;
  const start = lineAbove(text, at);
  const content = start + text.slice(start, lineEnd(text, start)).search(/\S|$/);
  return { ...NEITHER_KEY_NOR_ITEM, ...restOfLine(text, content) };
}

/** The first colon of a line: its key continues the plain value above. */
function describeDeeperKey(text: string, at: number, line: string): SyntaxProblem | undefined {
  const start = lineStart(text, at);
  if (text.charCodeAt(at) !== 58 || line.search(/:(?:\s|$)/) !== at - start) return undefined;
  const said = {
    problem: 'This line is indented deeper than the key above it, which has a value already',
    why: 'YAML takes it for more of that value.',
    help: 'Align the line with the keys of its own map.',
  };
  return { ...said, ...restOfLine(text, start + line.search(/\S/)) };
}

function describeSecondColon(text: string, at: number, line: string): SyntaxProblem | undefined {
  const start = lineStart(text, at);
  const first = line.search(/:(?:\s|$)/);
  if (first === -1 || start + first >= at || !/^:(?:\s|$)/.test(text.slice(at, at + 2))) return undefined;
  const valueStart = start + first + 1 + line.slice(first + 1).search(/\S|$/);
  const said = {
    problem: 'The value holds a colon followed by a space',
    why: 'YAML takes it for a second key on the same line.',
    help: 'Quote the value, or put the inner key on a line of its own.',
  };
  return { ...said, start: valueStart, end: Math.max(valueStart, lineEnd(text, at)) };
}

/** Signs that cannot stand here. */
function describeStart(text: string, at: number): SyntaxProblem | undefined {
  const char = text.charAt(at);
  const place = restOfLine(text, at);
  if (/^[@`%]/.test(char)) {
    return {
      problem: `A value cannot start with "${char}"`,
      why: 'YAML keeps the sign for itself.',
      help: 'Quote the value.',
      ...place,
    };
  }
  if (/^[\]}]/.test(char)) {
    return {
      problem: `This "${char}" closes a bracket that nothing opened`,
      help: 'Delete it, or add the opening bracket.',
      start: at,
      end: at + 1,
    };
  }
  if (/^-\s/.test(text.slice(at, at + 2)) && /:\s+$/.test(text.slice(lineStart(text, at), at))) {
    return {
      problem: 'A list cannot start on the line of its key',
      help: 'Move the "-" to the next line and indent it.',
      ...place,
    };
  }
  return undefined;
}

function describeAfterQuote(text: string, at: number): SyntaxProblem | undefined {
  const before = text.slice(lineStart(text, at), at).trimEnd();
  const quote = before.at(-1);
  if ((quote !== '"' && quote !== "'") || /^\s*$/.test(text.slice(at, at + 1))) return undefined;
  const opener = text.lastIndexOf(quote, lineStart(text, at) + before.length - 2);
  if (opener !== -1 && opener < lineStart(text, at)) {
    return {
      problem: `The quote ${quote} opened here is closed only by the first ${quote} on a later line`,
      why: 'That one was to open another value.',
      help: 'Close it on its own line.',
      start: opener,
      end: opener + 1,
    };
  }
  return {
    problem: `Text follows the closing ${quote} of a value`,
    why: 'YAML allows none there.',
    help: 'Put the whole value in one pair of quotes, or look for a missing quote above.',
    ...restOfLine(text, at),
  };
}

const NEITHER_KEY_NOR_ITEM: Statement = {
  problem: 'This line is neither a key with a value nor a list item',
  why: 'Helm cannot read it.',
  help: 'Write "key: value", or indent it as part of the text above.',
};

/** By the parser's reason, from the common to the rare. */
const WORDS: readonly (readonly [RegExp, Statement])[] = [
  [
    /bad indentation|end of the stream or a document|deficient indentation/,
    {
      problem: 'This line fits no level of indentation above it',
      why: 'Helm cannot tell what it belongs to.',
      help: 'Align it with the keys of its own map.',
    },
  ],
  [/expected ':'/, NEITHER_KEY_NOR_ITEM],
  [
    /comma between|','/,
    {
      problem: 'The entries inside brackets are not separated by single commas here',
      why: 'Helm cannot read them.',
      help: 'Check the commas and the quotes between the brackets.',
    },
  ],
  [
    /escape|hexadecimal/,
    {
      problem: 'The backslash here starts no escape that Helm knows',
      why: 'In double quotes every backslash starts one.',
      help: 'Double the backslash, or use single quotes.',
    },
  ],
  [
    /line break is expected|indentation width|chomping/,
    {
      problem: 'Text follows the "|" or ">" on the same line',
      why: 'The block starts on the next one.',
      help: 'Move the text down and indent it.',
    },
  ],
  [
    /alias|anchor/,
    {
      problem: 'The "&" or "*" here starts an anchor or alias that Helm cannot read',
      help: 'Quote the value if it is meant as text.',
    },
  ],
  [
    /tag/,
    {
      problem: 'The "!" here starts a tag that Helm cannot read',
      help: 'Quote the value if it is meant as text.',
    },
  ],
  [/nesting/, { problem: 'The values are nested more than 1000 levels deep', help: 'Flatten them.' }],
  [
    /non-printable|JSON character/,
    { problem: 'A control character stands here', why: 'YAML allows none.', help: 'Delete it.' },
  ],
  [
    /directive/,
    {
      problem: 'Helm cannot read this YAML directive',
      why: 'A line that starts with "%" is one.',
      help: 'Delete it.',
    },
  ],
];

function wordsFor(text: string, at: number, reason: string): Statement {
  const found = WORDS.find(([pattern]) => pattern.test(reason));
  if (found !== undefined) return found[1];
  return {
    problem: at >= text.length ? 'The file ends where more is expected' : 'Helm cannot read this as YAML',
    help: 'Check the indentation, the colons and the quotes here and on the line above.',
  };
}

function restOfLine(text: string, at: number): Place {
  const end = lineEnd(text, at);
  const length = text.slice(at, end).trimEnd().length;
  return { start: at, end: at + Math.max(length, at < text.length ? 1 : 0) };
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** The start of the closest line above that holds more than a comment; the line itself when there is none. */
function lineAbove(text: string, at: number): number {
  let start = lineStart(text, at);
  for (let tries = 0; start > 0 && tries < 50; tries++) {
    start = lineStart(text, start - 1);
    if (/^\s*[^\s#]/.test(text.slice(start, lineEnd(text, start)))) return start;
  }
  return lineStart(text, at);
}
