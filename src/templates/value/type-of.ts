import type { GoValue, IntKind } from './go-value.ts';

/** reflect.Kind's names; `invalid` is the zero Value, `interface` a nil interface. */
export type GoKind =
  | 'invalid'
  | 'interface'
  | 'bool'
  | 'float64'
  | 'string'
  | 'slice'
  | 'map'
  | 'struct'
  | 'ptr'
  | 'func'
  | 'complex128'
  | IntKind;

/** The kind of the value inside of any interface. */
export function kindOf(value: GoValue): GoKind {
  switch (typeof value) {
    case 'undefined':
      return 'invalid';
    case 'boolean':
      return 'bool';
    case 'number':
      return 'float64';
    case 'string':
      return 'string';
    default:
  }
  if (value === null) return 'interface';
  switch (value.go) {
    case 'int':
      return value.kind;
    case 'list':
    case 'bytes':
      return 'slice';
    case 'map':
      return 'map';
    default:
      return value.kind;
  }
}

/** The type of the value inside of any interface, as `%T` writes it. `interface {}` for null. */
export function typeOf(value: GoValue): string {
  if (value === undefined) return '<nil>';
  if (value === null) return 'interface {}';
  if (typeof value !== 'object') return kindOf(value);
  return value.go === 'bytes' ? '[]uint8' : value.type;
}

/** The type without its name: `map[string]interface {}` of `chartutil.Values`. Equal to `typeOf` for what has no name. */
export function underlyingType(value: GoValue): string {
  if (typeof value === 'object' && value !== null) {
    if (value.go === 'map') return `map[string]${value.element}`;
    if (value.go === 'list') return `[]${value.element}`;
    if (value.go === 'int') return value.kind;
  }
  return typeOf(value);
}
