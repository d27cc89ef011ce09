import type { EntryPart } from '../../model/entry-part.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Span } from '../../model/span.ts';
import { childOf, type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { Written } from './written.ts';

/** The part of a document that stands at a path in it. */
export interface Piece {
  readonly of: Written;
  readonly at: ValuesPath;
  /** The value that holds the name of the entry, where that is no key: the `path` of a JSON patch. */
  readonly named?: Piece;
  /** Whether the scalar is in quotes, where a patch has changed that: it keeps those of what it replaces. */
  readonly quoted?: boolean;
}

/** The pieces of the maps and lists that were made anew: each entry by its key or index. */
export type Pieces = Map<object, Map<string, Piece>>;

/** Data put together from pieces of documents. What `pieces` does not hold stands where the container around it stands. */
export function woven<Data extends JsonValue>(data: Data, root: Piece, pieces: Pieces): Written<Data> {
  return {
    data,
    locate: (path, part) => {
      const { piece, isWhole } = follow(data, root, pieces, path);
      return place(piece, isWhole ? part : 'key');
    },
    written: (path) => writtenIn(follow(data, root, pieces, path).piece),
  };
}

/** The piece at the path, or that of its closest ancestor. */
function follow(
  data: JsonValue,
  root: Piece,
  pieces: Pieces,
  path: ValuesPath,
): { piece: Piece; isWhole: boolean } {
  let value: JsonValue | undefined = data;
  let piece = root;
  for (const segment of path) {
    const next: JsonValue | undefined = childOf(value, segment);
    if (next === undefined) return { piece, isWhole: false };
    const record: Map<string, Piece> | undefined =
      typeof value === 'object' && value !== null ? pieces.get(value) : undefined;
    piece = record?.get(String(segment)) ?? pieceBelow(piece, segment);
    value = next;
  }
  return { piece, isWhole: true };
}

/** The entry of a piece. */
export function pieceBelow({ of, at }: Piece, segment: string | number): Piece {
  return { of, at: [...at, segment] };
}

function place({ of, at, named }: Piece, part: EntryPart): Span {
  return part === 'key' && named !== undefined ? place(named, 'value') : of.locate(at, part);
}

/** The scalar of a piece as its YAML has it. */
export function writtenIn({ of, at, quoted }: Piece): string {
  const text = of.written(at);
  if (quoted === undefined || quoted === isQuoted(text)) return text;
  return quoted ? JSON.stringify(text) : String(valueAt(of.data, at) ?? '');
}

/** Whether a scalar, as written, is a text whatever it holds. */
export function isQuoted(written: string): boolean {
  return /^["'|>]/.test(written);
}
