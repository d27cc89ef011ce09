import { resolvePlain } from '../../load/resolve-scalar.ts';
import { put } from '../../merge/draft.ts';
import { sameValue } from '../../merge/same-value.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { childOf, valueAt } from '../../model/values-path.ts';
import { PatchRefused } from './patch-refused.ts';
import { type Piece, type Pieces, pieceBelow, woven } from './woven.ts';
import type { Written } from './written.ts';

/**
 * The operations of a JSON 6902 patch done to a resource, as Kustomize does them (evanphx/json-patch v4): `replace` of a key that is not
 * there adds it, a negative index counts from the end, what lies below a missing parent is refused. Throws PatchRefused.
 */
export function jsonPatch(target: Written<JsonObject>, patch: Written): Written<JsonObject> {
  const work = new Patching(target, patch);
  const operations = Array.isArray(patch.data) ? patch.data : [];
  for (const [i, operation] of operations.entries()) {
    if (isJsonObject(operation)) work.run(i, operation);
  }
  return work.result();
}

/** A map or list on the way to the place of an operation, changeable, and where its entries are written. */
interface Container {
  readonly value: JsonObject | JsonValue[];
  readonly pieces: Map<string, Piece>;
}

/** A value that is taken from one place and put to another. */
interface Taken {
  readonly value: JsonValue;
  readonly piece: Piece;
}

class Patching {
  readonly #target: Written<JsonObject>;
  readonly #patch: Written;
  /** Of every container that is a copy. */
  readonly #pieces: Pieces = new Map();
  readonly #root: Container;
  #index = 0;
  #fields: JsonObject = {};

  constructor(target: Written<JsonObject>, patch: Written) {
    this.#target = target;
    this.#patch = patch;
    this.#root = this.#own(target.data, { of: target, at: [] });
  }

  run(index: number, fields: JsonObject): void {
    this.#index = index;
    this.#fields = fields;
    const { value = null, path, from, op } = fields;
    const at = this.#pointer(path, 'path');
    const named = { of: this.#patch, at: [index, 'path'] };
    const written: Piece = { of: this.#patch, at: [index, 'value'], named };
    if (op === 'add') this.#add(at, { value, piece: written });
    else if (op === 'replace') this.#replace(at, { value, piece: written });
    else if (op === 'remove') this.#remove(at, 'path');
    else if (op === 'move' || op === 'copy') {
      const source = this.#pointer(from, 'from');
      const { value: moved, piece } =
        op === 'move' ? this.#remove(source, 'from') : this.#find(source, 'from');
      this.#add(at, { value: moved, piece: { ...piece, named } });
    } else if (op !== 'test') this.#refuse('op', 'there is no such operation');
    else if (!sameValue(this.#find(at, 'path').value, value))
      this.#refuse('value', 'the value is another one');
  }

  result(): Written<JsonObject> {
    return asJson(woven(this.#root.value as JsonObject, { of: this.#target, at: [] }, this.#pieces));
  }

  #pointer(pointer: JsonValue | undefined, field: string): string[] {
    if (typeof pointer !== 'string' || (pointer !== '' && !pointer.startsWith('/'))) {
      return this.#refuse(field, `"${field}" is a JSON Pointer that starts with "/"`);
    }
    return parsePointer(pointer);
  }

  #add(at: readonly string[], { value, piece }: Taken): void {
    const { container, key } = this.#parentOf(at, 'path');
    const { value: of, pieces } = container;
    if (!Array.isArray(of)) {
      put(of, key, value);
      pieces.set(key, piece);
      return;
    }
    const index = key === '-' ? of.length : this.#indexIn(key, of.length + 1, 'path');
    const items = itemsOf(container);
    of.splice(index, 0, value);
    renumber(pieces, items.toSpliced(index, 0, piece));
  }

  #replace(at: readonly string[], { value, piece }: Taken): void {
    const { container, key } = this.#parentOf(at, 'path');
    const { value: of, pieces } = container;
    const name = Array.isArray(of) ? String(this.#indexIn(key, of.length, 'path')) : key;
    put(of as JsonObject, name, value);
    pieces.set(name, piece);
  }

  #remove(at: readonly string[], field: string): Taken {
    const { container, key } = this.#parentOf(at, field);
    const { value: of, pieces } = container;
    const taken = this.#find(at, field);
    if (!Array.isArray(of)) {
      if (!Object.hasOwn(of, key)) this.#refuse(field, 'nothing is there');
      delete of[key];
      pieces.delete(key);
      return taken;
    }
    const index = this.#indexIn(key, of.length, field);
    const items = itemsOf(container);
    of.splice(index, 1);
    renumber(pieces, items.toSpliced(index, 1));
    return taken;
  }

  #find(at: readonly string[], field: string): Taken {
    const { container, key } = this.#parentOf(at, field);
    const { value: of, pieces } = container;
    const name = Array.isArray(of) ? String(this.#indexIn(key, of.length, field)) : key;
    const piece = pieces.get(name) ?? { of: this.#patch, at: [this.#index] };
    return { value: childOf(of, name) ?? null, piece };
  }

  /** The container that holds the place, every one on the way made changeable. */
  #parentOf(at: readonly string[], field: string): { container: Container; key: string } {
    if (at.length === 0) this.#refuse(field, 'the whole document cannot be changed');
    let container = this.#root;
    for (const segment of at.slice(0, -1)) {
      const { value: of, pieces } = container;
      const name = Array.isArray(of) ? String(this.#indexIn(segment, of.length, field)) : segment;
      const child = childOf(of, name);
      if (typeof child !== 'object' || child === null) {
        return this.#refuse(field, `there is nothing below "${segment}"`);
      }
      container = this.#own(child, pieces.get(name)!);
      put(of as JsonObject, name, container.value);
    }
    return { container, key: at.at(-1)! };
  }

  /** The map or list itself when it is a copy already, else one. */
  #own(of: JsonObject | JsonValue[], piece: Piece): Container {
    const own = this.#pieces.get(of);
    if (own !== undefined) return { value: of, pieces: own };
    const value = Array.isArray(of) ? of.slice() : { ...of };
    const pieces = new Map(Object.keys(of).map((key) => [key, pieceBelow(piece, key)]));
    this.#pieces.set(value, pieces);
    return { value, pieces };
  }

  /** The value without a container that a later operation could change in place. */
  #detached(of: JsonValue): JsonValue {
    const own = typeof of === 'object' && of !== null ? this.#pieces.get(of) : undefined;
    if (own === undefined) return of;
    const value = Array.isArray(of) ? of.map((item) => this.#detached(item)) : { ...(of as JsonObject) };
    if (!Array.isArray(value))
      for (const key of Object.keys(value)) put(value, key, this.#detached(value[key]!));
    this.#pieces.set(value, new Map(own));
    return value;
  }

  #indexIn(key: string, length: number, field: string): number {
    const index = /^[+-]?\d+$/.test(key) ? Number(key) : Number.NaN;
    const counted = index < 0 ? index + length : index;
    if (Number.isNaN(index)) return this.#refuse(field, `"${key}" is no index, and a list is there`);
    if (counted < 0 || counted >= length) return this.#refuse(field, `the list has no item ${key}`);
    return counted;
  }

  #refuse(field: string, reason: string): never {
    const { op, path = '' } = this.#fields;
    throw new PatchRefused(this.#patch.locate([this.#index, field], 'value'), {
      problem: `"${String(op)}" of "${String(path).slice(-50)}" cannot be done: ${reason}`,
      why: 'kustomize build stops.',
      help: 'Compare the path with what is patched; "add" makes a key, but not the maps above it.',
    });
  }
}

function itemsOf({ value, pieces }: Container): Piece[] {
  return Array.from(value as JsonValue[], (_, i) => pieces.get(String(i))!);
}

function renumber(pieces: Map<string, Piece>, items: readonly Piece[]): void {
  pieces.clear();
  items.forEach((piece, i) => void pieces.set(String(i), piece));
}

/** The manifest goes through JSON and is written out anew: quotes are where YAML needs them. */
function asJson(of: Written<JsonObject>): Written<JsonObject> {
  return {
    ...of,
    written: (path) => {
      const value = valueAt(of.data, path);
      if (typeof value !== 'string') return JSON.stringify(value ?? null);
      return PLAIN.test(value) && resolvePlain(value).kind === 'str' ? value : JSON.stringify(value);
    },
  };
}

/** Texts that go-yaml writes without quotes. */
const PLAIN = /^(?![-?:] |[-?]$)[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<!\s)$/;
