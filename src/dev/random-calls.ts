import type { FunctionRegistry } from '../templates/functions/registry.ts';
import type { GoFunction } from '../templates/value/go-value.ts';
import { randomShape } from './random-shapes.ts';

/** What Helm answers otherwise each time, what takes long, and what has another test of its own. */
const LEFT_OUT =
  /^(rand|uuid|shuffle|bcrypt|htpasswd|gen|derive|encrypt|now|ago|date|html|keys|values|lookup|toDate|mustToDate|buildCustom|fail|required|include|tpl|and|or|not|call|print|html|js|urlquery|slice|seq|fromYaml|toYaml|mustToYaml|toToml|mustToToml|fromToml|set$|merge|mustMerge)/;

/** Arguments by the type of the parameter; each is as good as another. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...[
      '',
      'a',
      'b',
      'abc',
      'Foo-Bar_baz',
      'a,b,,c',
      ' x y ',
      'héllo',
      '日本',
      '1.2.3',
      'v1.10.0-rc.1',
      '12',
      '-3.50',
    ],
    ...[
      'a/b/../c.d',
      'http://u:p@h.io:80/p?q=1#f',
      '^[a-z]+',
      '(.)(b?)',
      '$1-$',
      '\n',
      'a\nb\n',
      'eA==',
      '>=1.2',
      '1h30m',
    ],
  ]
    .map((text) => JSON.stringify(text))
    .concat('.Values.text', '.Values.bad'),
  int: ['-3', '-1', '0', '1', '2', '3', '7', '12'],
  bool: ['true', 'false', '.Values.yes'],
  float64: ['0.0', '1.5', '-2.25', '.Values.f', '1e3'],
  'map[string]interface {}': [
    'dict',
    '.Values.map',
    '.Values.deep',
    '(dict "a" 1 "b" (list "x" nil))',
    '(dict "k" (dict "a" "z" "n" 5))',
  ],
  '[]interface {}': ['list', '.Values.list', '(list 1 "a" nil 2.5)'],
  '[]string': ['.Values.strs', '(splitList "," "b,a")'],
  'interface {}':
    '"" "a" "7" 0 1 -2 3.5 .Values.f .Values.i64 true nil list dict .Values.map .Values.deep .Values.list .Values.strs .Values.missing .Values.text'.split(
      ' ',
    ),
};

/** Values that the arguments read. */
export const RANDOM_VALUES = {
  text: 'Größe: a-b c',
  bad: { $bytes: 'Yf9i' },
  f: 4,
  i64: { $int64: '9' },
  yes: true,
  list: ['c', 'a', 'b', 'a', 3, null],
  strs: { $strings: ['z', 'y'] },
  map: { a: 'x', b: '', n: 2, k: { a: 1 } },
  deep: { k: { a: { b: ['q'] }, n: null, e: {} }, l: [{ id: 1 }, { id: 2 }], a: false },
};

/**
 * Random calls of template functions with arguments that mostly fit, calls within calls, and calls with random texts of the kind that the
 * function reads; the same ones for the same seed.
 */
export function* randomCalls(functions: FunctionRegistry, seed: number): Generator<string> {
  const all = [...functions.values()].filter(({ name }) => !LEFT_OUT.test(name));
  const random = numbersBelow(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const fits = (one: GoFunction, type: string): boolean => one.result === type || type === 'interface {}';
  const argument = (type: string, depth: number): string => {
    const wanted = random(12) === 0 ? pick(Object.keys(ARGUMENTS)) : type;
    const makers = all.filter((one) => fits(one, wanted));
    if (makers.length > 0 && (depth > 0 ? random(3) === 0 : false))
      return `(${call(pick(makers), depth - 1)})`;
    return pick(ARGUMENTS[wanted] ?? ARGUMENTS['interface {}']!);
  };
  const call = ({ name, params, variadic }: GoFunction, depth: number): string => {
    const fixed = variadic ? params.slice(0, -1) : params;
    const more = variadic ? Array.from({ length: random(4) }, () => params.at(-1)!) : [];
    return [name, ...[...fixed, ...more].map((type) => argument(type, depth))].join(' ');
  };
  while (true) yield random(2) === 0 ? call(pick(all), 2) : randomShape(random);
}

/** Whole numbers below a limit, by Marsaglia's xorshift. */
function numbersBelow(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
