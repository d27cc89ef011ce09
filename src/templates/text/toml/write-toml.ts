import { GoError } from '../../value/go-error.ts';
import type { GoList, GoMap, GoValue } from '../../value/go-value.ts';
import { holdsItself } from '../../value/nesting.ts';
import { compareGoStrings } from '../../value/utf8.ts';
import type { EntryMark } from '../entry-mark.ts';
import { quoteToml, tomlKey } from './quote-toml.ts';
import { tomlNumber } from './toml-number.ts';
import { tomlValue } from './toml-value.ts';

/** What decides how an entry is written. */
type TomlKind = 'nil' | 'table' | 'tables' | 'other';

/**
 * TOML as BurntSushi's encoder writes it: plain entries first, then tables, keys sorted, two spaces for each level. Throws GoError
 * with the encoder's text for what TOML cannot say. `onEntry` is told where each key and scalar stands.
 */
export function writeToml(value: GoValue, onEntry?: (mark: EntryMark) => void): string {
  const found = tomlValue(value);
  if (found === null) throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  const open = new Set<GoList | GoMap>();
  let out = '';

  function encode(path: readonly string[], holder: GoMap, key: string, entry: GoValue): void {
    const plain = tomlValue(entry);
    if (typeof plain === 'object' && plain !== null && plain.go === 'map') {
      onEntry?.({ holder, key, part: 'container', start: out.length, end: out.length, child: plain });
      writeTable(path, plain);
    } else if (
      typeof plain === 'object' &&
      plain !== null &&
      plain.go === 'list' &&
      kindOf(plain) === 'tables'
    ) {
      onEntry?.({ holder, key, part: 'container', start: out.length, end: out.length, child: plain });
      writeTables(path, plain);
    } else writeEntry(path, holder, key, entry, false);
  }

  function writeTable(path: readonly string[], table: GoMap): void {
    if (path.length === 1) newLine();
    if (path.length > 0) {
      out += `${indent(path)}[${path.map(tomlKey).join('.')}]`;
      newLine();
    }
    writeMap(path, table);
  }

  function writeTables(path: readonly string[], list: GoList): void {
    for (const [i, item] of list.items.entries()) {
      const table = tomlValue(item);
      if (typeof table !== 'object' || table === null || table.go !== 'map') continue;
      newLine();
      out += `${indent(path)}[[${path.map(tomlKey).join('.')}]]`;
      newLine();
      onEntry?.({
        holder: list,
        key: i,
        part: 'container',
        start: out.length,
        end: out.length,
        child: table,
      });
      writeMap(path, table);
    }
  }

  function writeMap(path: readonly string[], map: GoMap): void {
    guarded(map, () => {
      const [direct, tables] = sortedKeys(map);
      for (const key of [...direct, ...tables]) {
        const entry = map.entries.get(key);
        if (kindOf(entry) !== 'nil') encode([...path, key], map, key, entry);
      }
    });
  }

  function writeInline(map: GoMap): void {
    guarded(map, () => {
      const [direct, tables] = sortedKeys(map);
      out += '{';
      for (const keys of [direct, tables])
        for (const [i, key] of keys.entries()) {
          const entry = map.entries.get(key);
          if (kindOf(entry) === 'nil') continue;
          writeEntry([key], map, key, entry, true);
          if (i < keys.length - 1 || (keys === direct && tables.length > 0)) out += ', ';
        }
      out += '}';
    });
  }

  function writeEntry(
    path: readonly string[],
    holder: GoMap,
    key: string,
    entry: GoValue,
    isInline: boolean,
  ): void {
    out += indent(path);
    const start = out.length;
    out += tomlKey(key);
    onEntry?.({ holder, key, part: 'key', start, end: out.length });
    out += ' = ';
    writeItem(holder, key, entry);
    if (!isInline) newLine();
  }

  function writeItem(holder: GoMap | GoList, key: string | number, entry: GoValue): void {
    const start = out.length;
    const plain = tomlValue(entry);
    if (plain === null) throw new GoError('reflect: call of reflect.Value.Interface on zero Value');
    if (typeof plain === 'object' && plain.go !== 'int' && plain.go !== 'time') {
      onEntry?.({ holder, key, part: 'container', start, end: start, child: plain });
      writeContainer(plain);
      return;
    }
    out += scalar(plain);
    onEntry?.({ holder, key, part: 'value', start, end: out.length });
  }

  function writeContainer(plain: GoMap | GoList): void {
    if (plain.go === 'map') writeInline(plain);
    else
      guarded(plain, () => {
        out += '[';
        for (const [i, item] of plain.items.entries()) {
          if (i > 0) out += ', ';
          writeItem(plain, i, item);
        }
        out += ']';
      });
  }

  function guarded(container: GoMap | GoList, write: () => void): void {
    if (open.has(container)) throw holdsItself();
    open.add(container);
    write();
    open.delete(container);
  }

  function newLine(): void {
    if (out !== '') out += '\n';
  }

  if (typeof found !== 'object' || found.go === 'int' || found.go === 'time') return scalar(found);
  if (found.go === 'map') writeTable([], found);
  else if (kindOf(found) === 'tables') throw new GoError('toml: top-level values must be Go maps or structs');
  else writeContainer(found);
  return out;
}

function indent(path: readonly string[]): string {
  return '  '.repeat(path.length - 1);
}

function scalar(value: Exclude<ReturnType<typeof tomlValue>, null | GoMap | GoList>): string {
  if (typeof value === 'string') return quoteToml(value);
  if (typeof value === 'number') return tomlNumber(value);
  if (typeof value === 'boolean') return String(value);
  return value.go === 'int' ? value.value.toString() : value.text;
}

/** Keys of plain entries, and of tables. */
function sortedKeys(map: GoMap): [direct: string[], tables: string[]] {
  const direct: string[] = [];
  const tables: string[] = [];
  for (const [key, entry] of map.entries) {
    const kind = kindOf(entry);
    (kind === 'table' || kind === 'tables' ? tables : direct).push(key);
  }
  return [direct.sort(compareGoStrings), tables.sort(compareGoStrings)];
}

/** A list is made of tables when all its items are; a list with nil is an error wherever it stands. */
function kindOf(value: GoValue): TomlKind {
  const plain = tomlValue(value);
  if (plain === null) return 'nil';
  if (typeof plain !== 'object') return 'other';
  if (plain.go === 'map') return plain.isNil === true ? 'nil' : 'table';
  if (plain.go !== 'list') return 'other';
  if (plain.isNil === true) return 'nil';
  let isTables = plain.items.length > 0;
  for (const item of plain.items) {
    const kind = kindOf(item);
    if (kind === 'nil') throw new GoError('toml: cannot encode array with nil element');
    if (kind !== 'table') isTables = false;
  }
  return isTables ? 'tables' : 'other';
}
