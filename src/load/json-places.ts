import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** A half-open range of offsets. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
}

/** By the names that the parser has for its error codes. */
const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value; texts and keys stand in double quotes',
  InvalidNumberFormat: 'this is no JSON number',
  PropertyNameExpected: 'a key in double quotes must stand here; a comma before "}" is too many',
  ValueExpected: 'a value must stand here; a comma before "]" is too many',
  ColonExpected: 'a ":" must follow the key',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'nothing may follow the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing quote is missing',
  UnexpectedEndOfNumber: 'the number is not complete',
  InvalidUnicode: 'the "\\u" escape is not complete',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'a control character must be escaped here',
};

/** The first mistake of a text that is not JSON, in words for the middle of a sentence. */
export function jsonMistake(text: string): { readonly words: string; readonly place: JsonPlace } | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first === undefined) return undefined;
  // At the end of the text the place is after the last line with something on it.
  const start = Math.min(first.offset, text.trimEnd().length);
  return {
    words: WORDS[printParseErrorCode(first.error)] ?? 'this is not JSON',
    place: { start, end: Math.min(start + first.length, text.length) },
  };
}

/**
 * Where a JSON text holds the value at the path, on its first line; the closest container when it holds none. A key of a
 * map stands for it when the value is a container itself.
 */
export function jsonPlace(text: string, path: readonly string[]): JsonPlace {
  const root = parseTree(text);
  for (let depth = path.length; root !== undefined && depth > 0; depth--) {
    const node = nodeAt(root, path.slice(0, depth));
    if (node === undefined) continue;
    const isContainer = node.type === 'object' || node.type === 'array';
    const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    const shown = isContainer && key !== undefined ? key : node;
    return { start: shown.offset, end: isContainer && key === undefined ? node.offset + 1 : endOf(shown) };
  }
  return { start: 0, end: 0 };
}

function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of path) {
    if (node === undefined) return undefined;
    node = findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
  }
  return node;
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}
