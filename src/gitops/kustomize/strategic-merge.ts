import { resolvePlain } from '../../load/resolve-scalar.ts';
import { get, put } from '../../merge/draft.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { PatchRefused } from './patch-refused.ts';
import { isQuoted, type Piece, type Pieces, pieceBelow, woven, writtenIn } from './woven.ts';
import type { Written } from './written.ts';

const DIRECTIVE = '$patch';

/**
 * A strategic merge patch laid over a resource whose schema Kustomize does not know, such as every custom resource: maps
 * merge, lists are replaced, null deletes, `$patch: replace | delete` in a map (`merge2.Merge` of kyaml). Nulls written as nothing
 * at all go away. What is written out as text between the steps of a build keeps the quotes of what it replaces. Undefined when the patch deletes the resource. Throws PatchRefused where the kinds of two values differ.
 */
export function strategicMerge(
  target: Written<JsonObject>,
  patch: Written<JsonObject>,
  { isWrittenOut = true } = {},
): Written<JsonObject> | undefined {
  const weaver = new Weaver(isWrittenOut);
  const merged = weaver.merge(side(target), side(patch));
  if (merged === undefined || !isJsonObject(merged.value)) return undefined;
  return woven(merged.value, merged.piece, weaver.pieces);
}

/** A value of one of the two documents, and where it is written. */
interface Side {
  readonly value: JsonValue;
  readonly piece: Piece;
}

function side(of: Written): Side {
  return { value: of.data, piece: { of, at: [] } };
}

function below({ value, piece }: Side, key: string): Side | undefined {
  const child = isJsonObject(value) ? get(value, key) : undefined;
  return child === undefined ? undefined : { value: child, piece: pieceBelow(piece, key) };
}

class Weaver {
  readonly pieces: Pieces = new Map();
  readonly #isWrittenOut: boolean;

  constructor(isWrittenOut: boolean) {
    this.#isWrittenOut = isWrittenOut;
  }

  /** What becomes of the two; undefined for nothing. One of them is there. */
  merge(old: Side | undefined, change: Side | undefined): Side | undefined {
    const kind = kindOf(old?.value) ?? kindOf(change?.value);
    if (kind === undefined)
      return change === undefined && old !== undefined && isNamedNull(old) ? old : undefined;
    checkKind(kind, old, change);
    if (kind === 'map') return this.#mergeMaps(old, change);
    const winner = change ?? old;
    if (winner?.value === null) return undefined;
    if (kind !== 'scalar' || winner === undefined || !this.#isWrittenOut) return winner;
    return old !== undefined && change !== undefined ? inStyleOf(old, change) : quotedIfTyped(winner);
  }

  #mergeMaps(old: Side | undefined, change: Side | undefined): Side | undefined {
    if (change?.value === null) return undefined;
    const directive = change === undefined ? undefined : directiveOf(change, isJsonObject(old?.value));
    if (directive === 'delete') return undefined;
    const replaces = directive === 'replace' || !isJsonObject(old?.value);
    const base = replaces ? change! : old!;
    return this.#entries(base, replaces ? base : change, directive !== undefined);
  }

  /** The entries of both maps, in the order of the base. */
  #entries(base: Side, change: Side | undefined, hasDirective: boolean): Side {
    const map: JsonObject = {};
    const pieces = new Map<string, Piece>();
    const keys = new Set([...Object.keys(base.value!), ...Object.keys(change?.value ?? {})]);
    if (hasDirective) keys.delete(DIRECTIVE);
    for (const key of keys) {
      const merged = this.merge(below(base, key), change && below(change, key));
      if (merged === undefined) continue;
      put(map, key, merged.value);
      pieces.set(key, merged.piece);
    }
    this.pieces.set(map, pieces);
    return { value: map, piece: base.piece };
  }
}

type Kind = 'map' | 'list' | 'scalar';

function kindOf(value: JsonValue | undefined): Kind | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return 'list';
  return isJsonObject(value) ? 'map' : 'scalar';
}

/** A scalar keeps the quotes, or the lack of them, of the one that it replaces: `false` over `"on"` is the text `"false"` (`FieldSetter`). */
function inStyleOf(old: Side, { value, piece }: Side): Side {
  const quoted = isQuoted(writtenIn(old.piece));
  const text = writtenIn(piece);
  return { value: quoted && typeof value !== 'string' ? text : value, piece: { ...piece, quoted } };
}

/** A text like `yes` or `007` gets quotes on its way through, if it has none. */
function quotedIfTyped(side: Side): Side {
  const { value, piece } = side;
  if (
    typeof value !== 'string' ||
    value === '' ||
    isQuoted(writtenIn(piece)) ||
    resolvePlain(value).kind === 'str'
  )
    return side;
  return { value, piece: { ...piece, quoted: true } };
}

/** `null` and `~`, as opposed to a key with nothing behind it, which goes away as soon as something is merged. */
function isNamedNull({ piece }: Side): boolean {
  return writtenIn(piece) !== '';
}

const WORDS = { map: 'a map', list: 'a list', scalar: 'a single value' };

function checkKind(kind: Kind, old: Side | undefined, change: Side | undefined): void {
  const other = kindOf(change?.value);
  if (old === undefined || change === undefined || other === undefined || other === kind) return;
  const { of, at } = change.piece;
  throw new PatchRefused(of.locate(at, 'value'), {
    problem: `"${String(at.at(-1))}" is ${WORDS[other]} here and ${WORDS[kind]} in what is patched`,
    why: 'A strategic merge patch cannot change the kind of a value: kustomize build stops.',
    help: `Write ${WORDS[kind]}, or replace the value with a JSON 6902 patch.`,
  });
}

function directiveOf(change: Side, isPatching: boolean): 'replace' | 'delete' | 'merge' | undefined {
  const value = below(change, DIRECTIVE)?.value;
  if (value === 'replace' || value === 'delete' || value === 'merge') return value;
  if (value === undefined || value === null || !isPatching) return undefined;
  const { of, at } = change.piece;
  throw new PatchRefused(of.locate([...at, DIRECTIVE], 'value'), {
    problem: `"$patch" is ${JSON.stringify(value).slice(0, 40)}: Kustomize knows "replace", "delete" and "merge"`,
    why: 'kustomize build stops.',
    help: 'Write one of the three.',
  });
}
