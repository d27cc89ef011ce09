import { FlagError } from './flag-problem.ts';

/** A value inside JSON text: where it stands, and the key (quotes included) that it stands under in a map. */
export interface JsonEntry {
  /** Keys and indexes from the outermost value; only valid during the call. */
  readonly path: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
  readonly key?: { readonly start: number; readonly end: number };
}

interface Container {
  readonly start: number;
  readonly list: boolean;
  readonly key: { readonly start: number; readonly end: number } | undefined;
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON does not allow them inside texts.
  /[ \t\r\n]*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(true|false|null)|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?))/y;

/**
 * Reads one JSON value at `start` and returns the offset behind it; what follows is not looked at, as by Go's
 * `json.Decoder`. Every value inside is reported when it ends. Throws a FlagError at the first wrong character.
 */
export function scanJson(
  text: string,
  start: number,
  onEntry: (entry: JsonEntry) => void = () => {},
): number {
  const stack: Container[] = [];
  const path: (string | number)[] = [];
  let offset = start;
  let key: Container['key'];
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' = 'value';
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    if (!match) throw wrong(text, offset);
    const [, mark, string, literal, number] = match;
    const end = TOKEN.lastIndex;
    const from = end - (mark ?? string ?? literal ?? number)!.length;
    offset = end;
    let closed: Container | undefined;
    if (string !== undefined && expected.startsWith('key')) {
      path.push(JSON.parse(string) as string);
      key = { start: from, end };
      expected = 'colon';
      continue;
    }
    if (mark === ':' && expected === 'colon') {
      expected = 'value';
      continue;
    }
    if (mark === ',' && expected === 'comma') {
      const last = path.pop()!;
      expected = typeof last === 'number' ? 'value' : 'key';
      if (typeof last === 'number') path.push(last + 1);
      continue;
    }
    if ((mark === '{' || mark === '[') && expected.startsWith('value')) {
      stack.push({ start: from, list: mark === '[', key });
      key = undefined;
      if (mark === '[') path.push(0);
      expected = mark === '[' ? 'value or ]' : 'key or }';
      continue;
    }
    if (mark === ']' || mark === '}') {
      closed = stack.at(-1);
      const empty = expected.endsWith(mark);
      if (!closed || closed.list !== (mark === ']') || !(empty || expected === 'comma'))
        throw wrong(text, from);
      stack.pop();
      if (closed.list || !empty) path.pop();
      key = closed.key;
    } else if (mark !== undefined || !expected.startsWith('value')) throw wrong(text, from);
    if (number !== undefined) checkNumber(text, number, from, end);
    onEntry({ path, start: closed?.start ?? from, end, ...(key && { key }) });
    key = undefined;
    if (stack.length === 0) return end;
    expected = 'comma';
  }
}

/** Go refuses `1.` and `1e` where a lenient reader would stop after `1`, and numbers that no double can hold. */
function checkNumber(text: string, number: string, start: number, end: number): void {
  const next = text[end] ?? '';
  if (/[.eE]/.test(next) && !/[eE]/.test(number) && !(next === '.' && number.includes('.')))
    throw wrong(text, end);
  if (!Number.isFinite(Number(number))) {
    const said = {
      problem: `"${number}" is larger than any number Helm can hold`,
      help: 'Write it in quotes.',
    };
    throw new FlagError(said, start, end);
  }
}

function wrong(text: string, offset: number): FlagError {
  const at = offset + (/^[ \t\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);
  if (at >= text.length) {
    const said = {
      problem: 'The JSON value is not complete',
      help: 'Close its quotes, brackets and braces.',
    };
    return new FlagError(said, at, at);
  }
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const said = {
    problem: `"${character}" is not JSON here`,
    help: 'Write texts and keys in double quotes ("text"), or use --set-string for plain text.',
  };
  return new FlagError(said, at, at + character.length);
}
