import { GoError } from '../../value/go-error.ts';
import type { GoList, GoMap, GoValue } from '../../value/go-value.ts';
import { byteLength } from '../../value/utf8.ts';
import type { EntryMark } from '../entry-mark.ts';
import { analyzeScalar, type ScalarShape } from './analyze-scalar.ts';
import { compareKeys } from './compare-keys.ts';
import { keyThroughJson } from './through-json.ts';
import { writeDoubleQuoted, writeLiteral, writePlain, writeSingleQuoted } from './write-scalar.ts';
import type { YamlDialect } from './yaml-dialect.ts';
import { put, putIndent, putSign, type YamlOutput, yamlOutput } from './yaml-output.ts';
import { textScalar, type YamlScalar, yamlScalar } from './yaml-scalar.ts';
import { yamlValue } from './yaml-value.ts';

/** Longer keys, in bytes, are written as `? key`. */
const LONGEST_SIMPLE_KEY = 128;

/**
 * One document as go-yaml's encoder writes it, its last newline included. Throws GoError for what cannot be written. `onEntry`
 * is told where each key and scalar stands.
 */
export function writeYaml(value: GoValue, dialect: YamlDialect, onEntry?: (mark: EntryMark) => void): string {
  const out = yamlOutput();
  const open = new Set<GoList | GoMap>();

  /** False for a container that is not empty. `onOpen` is told of it before it is written. */
  function writeNode(
    found: GoValue,
    isMapValue: boolean,
    onOpen?: (container: GoMap | GoList) => void,
  ): boolean {
    const plain = yamlValue(found, dialect);
    if (typeof plain !== 'object' || plain === null) {
      writeScalar(out, yamlScalar(plain, dialect), dialect);
      return true;
    }
    if (plain.go === 'int') {
      writeScalar(out, yamlScalar(plain.value, dialect), dialect);
      return true;
    }
    if (open.has(plain)) throw new GoError(`json: unsupported value: encountered a cycle via ${plain.type}`);
    if (plain.go === 'map' ? plain.entries.size === 0 : plain.items.length === 0) {
      putSign(out, plain.go === 'map' ? '{}' : '[]', true);
      return true;
    }
    open.add(plain);
    onOpen?.(plain);
    const outer = out.indent;
    if (plain.go === 'map')
      writeMap(plain, typeof found === 'object' && found !== null && found.go === 'object');
    else writeList(plain, dialect.compactLists && isMapValue && !out.isIndentation);
    out.indent = outer;
    open.delete(plain);
    return false;
  }

  function writeMap(map: GoMap, isStruct: boolean): void {
    out.indent = out.indent < 0 ? 0 : out.indent + 2;
    const keys = [...map.entries.keys()];
    // Go-yaml v3 takes fields in the order of their declaration; v2 is handed JSON, where they are keys.
    if (!isStruct || dialect.version === 2) keys.sort((a, b) => compareKeys(a, b, dialect));
    for (const key of keys) {
      putIndent(out);
      const isSimple = writeKey(map, key);
      if (isSimple) putSign(out, ':', false);
      else {
        putIndent(out);
        putSign(out, ':', true, true);
      }
      writeEntry(map, key, map.entries.get(key), true);
    }
  }

  function writeKey(map: GoMap, key: string): boolean {
    const scalar =
      dialect.version === 2 ? textScalar(keyThroughJson(key), dialect) : yamlScalar(key, dialect);
    const shape = analyzeScalar(scalar.text, dialect);
    const tagLength = scalar.isBinary === true ? '!!binary'.length : 0;
    const isSimple =
      !shape.isMultiline &&
      (scalar.text.length <= LONGEST_SIMPLE_KEY / 3 ||
        byteLength(scalar.text) + tagLength <= LONGEST_SIMPLE_KEY);
    if (!isSimple) putSign(out, '?', true, true);
    const start = nextStart(out);
    writeShaped(out, scalar, shape, isSimple ? Number.POSITIVE_INFINITY : dialect.width, isSimple);
    onEntry?.({ holder: map, key, part: 'key', start, end: out.text.length });
    return isSimple;
  }

  function writeList(list: GoList, isCompact: boolean): void {
    if (out.indent < 0) out.indent = 0;
    else if (!isCompact) out.indent += 2;
    for (const [i, item] of list.items.entries()) {
      putIndent(out);
      putSign(out, '-', true, true);
      writeEntry(list, i, item, false);
    }
  }

  function writeEntry(
    holder: GoMap | GoList,
    key: string | number,
    entry: GoValue,
    isMapValue: boolean,
  ): void {
    const start = nextStart(out);
    const onOpen =
      onEntry &&
      ((child: GoMap | GoList) => onEntry({ holder, key, part: 'container', start, end: start, child }));
    if (writeNode(entry, isMapValue, onOpen))
      onEntry?.({ holder, key, part: 'value', start, end: out.text.length });
  }

  writeNode(value, false);
  out.indent = -1;
  putIndent(out);
  return out.text;
}

/** Where the next scalar will begin: behind the space that goes before it. */
function nextStart(out: YamlOutput): number {
  return out.text.length + (out.isSpace ? 0 : 1);
}

function writeScalar(out: YamlOutput, scalar: YamlScalar, dialect: YamlDialect): void {
  writeShaped(out, scalar, analyzeScalar(scalar.text, dialect), dialect.width, false);
}

/** Takes the style that was asked for when the text allows it: `yaml_emitter_select_scalar_style` of go-yaml. */
function writeShaped(
  out: YamlOutput,
  scalar: YamlScalar,
  shape: ScalarShape,
  width: number,
  isKey: boolean,
): void {
  const { text } = scalar;
  if (scalar.isBinary === true) {
    if (!out.isSpace) put(out, ' ');
    put(out, '!!binary');
    out.isSpace = false;
    out.isIndentation = false;
  }
  const outer = out.indent;
  out.indent = Math.max(outer, 0) + 2;
  let { style } = scalar;
  if (style === 'literal' && (!shape.block || isKey)) style = 'double';
  if (style === 'literal') writeLiteral(out, text);
  else if (style === 'plain' && shape.plain && !(text === '' && isKey)) writePlain(out, text, width);
  else if (style === 'plain' && shape.single) writeSingleQuoted(out, text, width);
  else writeDoubleQuoted(out, text, width);
  out.indent = outer;
}
