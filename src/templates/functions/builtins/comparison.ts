import { noFlags } from '../../text/format-flags.ts';
import { printPlain, printValue } from '../../text/print-value.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { isInt } from '../../value/make-value.ts';
import { kindOf, typeOf } from '../../value/type-of.ts';
import { compareGoStrings } from '../../value/utf8.ts';
import { shallowOrigin } from './shallow-origin.ts';

type Basic = 'bool' | 'int' | 'uint' | 'float' | 'complex' | 'string';

/** The kind that comparison goes by; undefined for nil, containers and structs (basicKind of Go's text/template/funcs.go). */
function basicKind(value: GoValue): Basic | undefined {
  const kind = kindOf(value);
  if (kind === 'bool' || kind === 'string') return kind;
  if (kind === 'float64') return 'float';
  if (kind === 'complex128') return 'complex';
  if (kind.startsWith('int') && kind !== 'interface') return 'int';
  return kind.startsWith('uint') ? 'uint' : undefined;
}

const isNil = (value: GoValue): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && (value.go === 'map' || value.go === 'list') && value.isNil === true);

const badType = (): GoError => new GoError('invalid type for comparison');

function incompatible(a: GoValue, b: GoValue): GoError {
  return new GoError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`);
}

/** Whether they are equal; throws where Go cannot compare them. */
function areEqual(a: GoValue, b: GoValue): boolean {
  const kind = basicKind(a);
  const other = basicKind(b);
  if (kind !== other) {
    if (isInt(a) && isInt(b)) return a.value === b.value;
    // A nil interface is the zero Value here.
    if (a === null || a === undefined || b === null || b === undefined) return false;
    throw incompatible(a, b);
  }
  if (kind === undefined) return areSame(a, b);
  if (isInt(a) && isInt(b)) return a.value === b.value;
  if (kind === 'complex') return printPlain(a) === printPlain(b);
  return a === b;
}

/** What `%s` prints. */
const asText = (value: GoValue): string => printValue(value, 's', noFlags());

/** Of two that are no simple values. */
function areSame(a: GoValue, b: GoValue): boolean {
  const kinds = [kindOf(a), kindOf(b)].map((kind) => (kind === 'interface' ? 'invalid' : kind));
  if (kinds[0] !== kinds[1] && !kinds.includes('invalid')) {
    throw new GoError(`non-comparable types ${asText(a)}: ${typeOf(a)}, ${typeOf(b)}: ${printPlain(b)}`);
  }
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b);
  if (kinds[1] === 'map' || kinds[1] === 'slice')
    throw new GoError(`non-comparable type ${asText(b)}: ${typeOf(b)}`);
  return a === b;
}

function isLess(a: GoValue, b: GoValue): boolean {
  const kind = basicKind(a);
  const other = basicKind(b);
  if (kind === undefined || other === undefined) throw badType();
  if (isInt(a) && isInt(b)) return a.value < b.value;
  if (kind !== other) throw incompatible(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return compareGoStrings(a, b) < 0;
  throw badType();
}

const isLessOrEqual = (a: GoValue, b: GoValue): boolean => isLess(a, b) || areEqual(a, b);

const pair = (name: string, compare: (a: GoValue, b: GoValue) => boolean): GoFunction => ({
  name,
  params: ['reflect.Value', 'reflect.Value'],
  result: 'bool',
  call: ([a, b]) => compare(a, b),
  origin: shallowOrigin,
});

/** `eq ne lt le gt ge` of Go's text/template/funcs.go. */
export const comparison: readonly GoFunction[] = [
  {
    name: 'eq',
    params: ['reflect.Value', 'reflect.Value'],
    variadic: true,
    result: 'bool',
    call([first, ...others]) {
      if (others.length === 0) throw new GoError('missing argument for comparison');
      return others.some((other) => areEqual(first, other));
    },
    origin: shallowOrigin,
  },
  pair('ne', (a, b) => !areEqual(a, b)),
  pair('lt', isLess),
  pair('le', isLessOrEqual),
  pair('gt', (a, b) => !isLessOrEqual(a, b)),
  pair('ge', (a, b) => !isLess(a, b)),
];
