import type { GoInt, GoList, GoMap, GoValue, IntKind } from './go-value.ts';
import type { Origin } from './origin.ts';
import type { ValuesPlace } from './values-source.ts';

const BITS: Readonly<Record<IntKind, number>> = {
  int: 64,
  int8: 8,
  int16: 16,
  int32: 32,
  int64: 64,
  uint: 64,
  uint8: 8,
  uint16: 16,
  uint32: 32,
  uint64: 64,
};

/** A whole number of the kind; what does not fit wraps around, as Go's arithmetic and conversions do. */
export function goInt(value: bigint | number, kind: IntKind = 'int', type: string = kind): GoInt {
  const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
  const fitting = kind.startsWith('u') ? BigInt.asUintN(BITS[kind], whole) : BigInt.asIntN(BITS[kind], whole);
  return { go: 'int', kind, type, value: fitting };
}

/** An `int64`, the kind of sprig's arithmetic and of `--set`. */
export function goInt64(value: bigint | number): GoInt {
  return goInt(value, 'int64');
}

const ANYTHING = 'interface {}';

/** `[]interface {}`, or a slice of another element type. */
export function goList(
  items: GoValue[],
  element = ANYTHING,
  more: { type?: string; place?: ValuesPlace | undefined; origins?: (Origin | undefined)[] | undefined } = {},
): GoList {
  // Every list has the same fields, in the same order: what reads them is faster then.
  return {
    go: 'list',
    items,
    element,
    type: more.type ?? (element === ANYTHING ? '[]interface {}' : `[]${element}`),
    isNil: undefined,
    methods: undefined,
    place: more.place,
    origins: more.origins,
  };
}

/** `map[string]interface {}`, or a map of another element type. */
export function goMap(
  entries: Map<string, GoValue> = new Map(),
  element = ANYTHING,
  more: {
    type?: string;
    place?: ValuesPlace | undefined;
    origins?: Map<string, Origin | undefined> | undefined;
  } = {},
): GoMap {
  return {
    go: 'map',
    entries,
    element,
    type: more.type ?? (element === ANYTHING ? 'map[string]interface {}' : `map[string]${element}`),
    isNil: undefined,
    methods: undefined,
    place: more.place,
    origins: more.origins,
  };
}

export function isInt(value: GoValue): value is GoInt {
  return typeof value === 'object' && value !== null && value.go === 'int';
}

export function isList(value: GoValue): value is GoList {
  return typeof value === 'object' && value !== null && value.go === 'list';
}

export function isMap(value: GoValue): value is GoMap {
  return typeof value === 'object' && value !== null && value.go === 'map';
}
