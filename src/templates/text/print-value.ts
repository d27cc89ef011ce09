import type { GoBytes, GoInt, GoList, GoMap, GoObject, GoValue } from '../value/go-value.ts';
import { goInt } from '../value/make-value.ts';
import { checkNesting } from '../value/nesting.ts';
import { typeOf } from '../value/type-of.ts';
import { bytesOf, compareGoStrings } from '../value/utf8.ts';
import { type FormatFlags, noFlags, pad } from './format-flags.ts';
import { formatInteger } from './format-integer.ts';
import { formatNumber } from './format-number.ts';
import { formatString } from './format-string.ts';

/** Verbs for which fmt asks a value for its own text. */
const TEXT_VERBS = 'vsxXq';

/** One argument as Go's fmt prints it with this verb. `undefined` prints as nil does. */
export function printValue(value: GoValue, verb: string, flags: FormatFlags): string {
  if (value === null || value === undefined)
    return verb === 'v' || verb === 'T' ? pad('<nil>', flags) : `%!${verb}(<nil>)`;
  if (verb === 'T') return formatString(typeOf(value), 's', flags) as string;
  if (verb === 'w') return badVerb(value, verb, flags);
  if (verb === 'p') return isReference(value) ? ADDRESS : badVerb(value, verb, flags);
  if (typeof value === 'object' && value.go === 'bytes') return topBytes(value, verb, flags);
  return inner(value, verb, flags, false, 0);
}

/** Where something lies in memory cannot be foreseen. */
const ADDRESS = '0xc000000000';

function isReference(value: GoValue): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    value.go !== 'int' &&
    !(value.go === 'object' && value.kind === 'struct')
  );
}

function inner(value: GoValue, verb: string, flags: FormatFlags, isErroring: boolean, depth: number): string {
  checkNesting(depth);
  switch (typeof value) {
    case 'boolean':
      return verb === 't' || verb === 'v' ? pad(String(value), flags) : badVerb(value, verb, flags);
    case 'number':
      return formatNumber(value, verb, flags) ?? badVerb(value, verb, flags);
    case 'string':
      return formatString(value, verb, flags) ?? badVerb(value, verb, flags);
    case 'undefined':
      return '<nil>';
    default:
  }
  if (value === null) return flags.sharpV ? 'interface {}(nil)' : '<nil>';
  switch (value.go) {
    case 'int':
      return integer(value, verb, flags);
    case 'bytes':
      return byteItems(value, verb, flags, '[]uint8');
    case 'list':
      return list(value, verb, flags, isErroring, depth);
    case 'map':
      return map(value, verb, flags, isErroring, depth);
    default:
      return object(value, verb, flags, isErroring, depth);
  }
}

/** The error is printed with the flags of the verb, and what has a text of its own is not asked for it. */
function badVerb(value: GoValue, verb: string, flags: FormatFlags, depth = 0): string {
  return `%!${verb}(${typeOf(value)}=${inner(value, 'v', flags, true, depth)})`;
}

function integer(value: GoInt, verb: string, flags: FormatFlags): string {
  if (value.text !== undefined && TEXT_VERBS.includes(verb) && !flags.sharpV) {
    return formatString(value.text, verb === 'v' ? 's' : verb, flags) as string;
  }
  return formatInteger(value.value, !value.kind.startsWith('u'), verb, flags) ?? badVerb(value, verb, flags);
}

function topBytes(value: GoBytes, verb: string, flags: FormatFlags): string {
  return byteItems(value, verb, flags, '[]byte');
}

function byteItems(value: GoBytes, verb: string, flags: FormatFlags, type: string): string {
  if ('sqxX'.includes(verb)) return formatString(value.text, verb, flags) as string;
  // Some charts print everything that they see, contents of large files too.
  const isPlain = Object.values(flags).every((flag) => flag === undefined || flag === false);
  if ('vd'.includes(verb) && isPlain) return `[${bytesOf(value.text).join(' ')}]`;
  const items = Array.from(bytesOf(value.text), (byte) => integer(goInt(byte, 'uint8'), verb, flags));
  return flags.sharpV ? `${type}{${items.join(', ')}}` : `[${items.join(' ')}]`;
}

function list(value: GoList, verb: string, flags: FormatFlags, isErroring: boolean, depth: number): string {
  if (flags.sharpV && value.isNil === true) return `${value.type}(nil)`;
  let out = '';
  for (const [i, item] of value.items.entries())
    out += (i === 0 ? '' : flags.sharpV ? ', ' : ' ') + inner(item, verb, flags, isErroring, depth + 1);
  return flags.sharpV ? `${value.type}{${out}}` : `[${out}]`;
}

function map(value: GoMap, verb: string, flags: FormatFlags, isErroring: boolean, depth: number): string {
  if (flags.sharpV && value.isNil === true) return `${value.type}(nil)`;
  const keys = [...value.entries.keys()].sort(compareGoStrings);
  let out = '';
  for (const [i, key] of keys.entries()) {
    out += `${i === 0 ? '' : flags.sharpV ? ', ' : ' '}${inner(key, verb, flags, isErroring, depth + 1)}:`;
    out += inner(value.entries.get(key), verb, flags, isErroring, depth + 1);
  }
  return flags.sharpV ? `${value.type}{${out}}` : `map[${out}]`;
}

function object(
  value: GoObject,
  verb: string,
  flags: FormatFlags,
  isErroring: boolean,
  depth: number,
): string {
  if (value.text !== undefined && !isErroring && !flags.sharpV && TEXT_VERBS.includes(verb))
    return formatString(value.text(), verb, flags) as string;
  if (value.goText !== undefined && flags.sharpV && verb === 'v' && !isErroring) return value.goText();
  // Only a pointer at the top is followed.
  if (value.kind === 'func' || (value.kind === 'ptr' && depth > 0)) return ADDRESS;
  const name = flags.sharpV ? value.type.replace(/^\*/, '') : '';
  let out = '';
  for (const [field, entry] of value.declared ?? value.fields ?? []) {
    if (out !== '') out += flags.sharpV ? ', ' : ' ';
    if (flags.plusV || flags.sharpV) out += `${field}:`;
    out += inner(entry, verb, flags, isErroring, depth + 1);
  }
  return `${value.kind === 'ptr' ? '&' : ''}${name}{${out}}`;
}

/** `fmt.Sprint` of one value: how a template prints what an action yields. */
export function printPlain(value: GoValue): string {
  return typeof value === 'string' ? value : printValue(value, 'v', noFlags());
}
