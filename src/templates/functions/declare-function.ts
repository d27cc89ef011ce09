import type { GoFunction } from '../value/go-value.ts';

const SHORT: Readonly<Record<string, string>> = {
  any: 'interface {}',
  map: 'map[string]interface {}',
  '[]any': '[]interface {}',
};

/**
 * A function of templates. The signature names the types of the parameters and of the result: `int, string -> string`.
 * `any` is `interface {}`, `map` is `map[string]interface {}`; a last `...T` can be given any number of times.
 */
export function declareFunction(
  name: string,
  signature: string,
  call: GoFunction['call'],
  origin?: GoFunction['origin'],
): GoFunction {
  const [before = '', result = ''] = signature.split('->').map((part) => part.trim());
  const params = before === '' ? [] : before.split(', ');
  const variadic = params.at(-1)?.startsWith('...') ?? false;
  const types = params.map((type) => type.replace('...', '')).map((type) => SHORT[type] ?? type);
  return {
    name,
    params: types,
    ...(variadic && { variadic }),
    result: SHORT[result] ?? result,
    call,
    ...(origin && { origin }),
  };
}

/** The same function under further names. */
export function alsoNamed(one: GoFunction, ...names: readonly string[]): GoFunction[] {
  return [one, ...names.map((name) => ({ ...one, name }))];
}
