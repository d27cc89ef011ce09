import { createScanner, type ScanError } from 'jsonc-parser';
import type { JsonPlace } from './json-places.ts';
import { TOKEN } from './json-token.ts';

/** What the scanner finds wrong with a token, by its `ScanError`. */
const SCANNED: Readonly<Record<number, string>> = {
  1: 'JSON has no comments',
  2: 'the closing quote is missing',
  3: 'the number is not complete',
  4: 'the "\\u" escape is not complete',
  5: 'there is no such escape',
  6: 'a control character must be escaped here',
};

/**
 * The first mistake of a text that is not JSON, in words for the middle of a sentence. Needs no stack of its own, however deep the
 * text is nested.
 */
export function jsonMistake(text: string): { readonly words: string; readonly place: JsonPlace } | undefined {
  const scanner = createScanner(text, false);
  const open: ('object' | 'list')[] = [];
  let expected: Expected = 'value';
  for (;;) {
    const token: number = scanner.scan();
    if (token === TOKEN.space || token === TOKEN.lineBreak) continue;
    const step: Expected | 'done' | Mistake =
      lexical(token, scanner.getTokenError()) ?? next(token, expected, open);
    if (step === 'done') return undefined;
    if (typeof step === 'object') {
      // At the end of the text the place is after the last line with something on it.
      const start = Math.min(scanner.getTokenOffset(), text.trimEnd().length);
      return {
        words: step.words,
        place: { start, end: Math.min(start + scanner.getTokenLength(), text.length) },
      };
    }
    expected = step;
  }
}

/** What may stand at a place; `key` and `entry` right behind a comma, `key or end` and `entry or end` right behind a bracket. */
type Expected =
  | 'value'
  | 'key'
  | 'key or end'
  | 'colon'
  | 'entry'
  | 'entry or end'
  | 'comma or end'
  | 'nothing';

interface Mistake {
  readonly words: string;
}

function lexical(token: number, error: ScanError): Mistake | undefined {
  const words = SCANNED[error];
  if (words !== undefined) return { words };
  if (token === TOKEN.lineComment || token === TOKEN.blockComment) return { words: 'JSON has no comments' };
  if (token === TOKEN.unknown)
    return { words: 'this is no JSON value; texts and keys stand in double quotes' };
  return undefined;
}

function next(token: number, expected: Expected, open: ('object' | 'list')[]): Expected | 'done' | Mistake {
  switch (expected) {
    case 'nothing':
      return token === TOKEN.end ? 'done' : { words: 'nothing may follow the value' };
    case 'colon':
      return token === TOKEN.colon ? 'value' : { words: 'a ":" must follow the key' };
    case 'key':
    case 'key or end':
      if (expected === 'key or end' && token === TOKEN.closeBrace) return closed(open);
      if (token === TOKEN.text) return 'colon';
      return token === TOKEN.end
        ? missing(open)
        : { words: 'a key in double quotes must stand here; a comma before "}" is too many' };
    case 'comma or end':
      if (token === TOKEN.comma) return open.at(-1) === 'object' ? 'key' : 'entry';
      if (token === (open.at(-1) === 'object' ? TOKEN.closeBrace : TOKEN.closeBracket)) return closed(open);
      return token === TOKEN.end ? missing(open) : { words: 'a comma is missing before this' };
    case 'entry or end':
      if (token === TOKEN.closeBracket) return closed(open);
      return token === TOKEN.end ? missing(open) : value(token, open);
    case 'entry':
      return token === TOKEN.end ? missing(open) : value(token, open);
    case 'value':
      return value(token, open);
  }
}

function value(token: number, open: ('object' | 'list')[]): Expected | Mistake {
  if (token === TOKEN.openBrace) {
    open.push('object');
    return 'key or end';
  }
  if (token === TOKEN.openBracket) {
    open.push('list');
    return 'entry or end';
  }
  // Between the colon and the text lie `null`, `true` and `false`.
  if (token > TOKEN.colon && token <= TOKEN.number) return open.length === 0 ? 'nothing' : 'comma or end';
  return { words: 'a value must stand here; a comma before "]" is too many' };
}

function closed(open: ('object' | 'list')[]): Expected {
  open.pop();
  return open.length === 0 ? 'nothing' : 'comma or end';
}

function missing(open: readonly ('object' | 'list')[]): Mistake {
  return { words: open.at(-1) === 'object' ? 'a "}" is missing' : 'a "]" is missing' };
}
