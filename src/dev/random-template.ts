import type { TemplateCase } from './template-case.ts';

/** Chance that can be repeated: numbers from 0 up to 1 by Mulberry32. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const VALUES = {
  name: 'shop',
  empty: '',
  count: 3,
  ratio: 0.5,
  on: true,
  off: false,
  nil: null,
  port: { $int64: '8080' },
  list: ['a', 'b', 'c'],
  mixed: ['x', 1, null, { k: 'v' }, ['n']],
  map: { a: 1, b: 'two', c: null, d: { e: 'deep', f: [1, 2] } },
  env: [
    { name: 'A', value: '1' },
    { name: 'B', value: 'x: "y"\n' },
  ],
  text: 'line one\n  line: two\n',
  tpl: '{{ .Values.name }}-{{ .Values.count }}',
} as const;

const HELPERS = {
  '_helpers.tpl': `{{- define "name" -}}{{ .Values.name | trunc 63 }}{{- end -}}
{{ define "labels" }}
app: {{ include "name" . }}
{{- with .Values.map }}
{{ toYaml . }}
{{- end }}
{{ end }}
{{- define "arg" -}}<{{ . }}>{{- end -}}
{{- define "pair" -}}{{ .left }}/{{ .right }}{{- end -}}`,
};

const PATHS = [
  '.Values.name',
  '.Values.empty',
  '.Values.count',
  '.Values.ratio',
  '.Values.on',
  '.Values.off',
  '.Values.nil',
  '.Values.port',
  '.Values.list',
  '.Values.mixed',
  '.Values.map',
  '.Values.map.d',
  '.Values.map.d.e',
  '.Values.map.c',
  '.Values.env',
  '.Values.text',
  '.Values.missing',
  '.Values.missing.deep',
  '.Values',
  '.Release.Name',
  '.Chart.Name',
];

/** Functions with `_` for each argument. */
const CALLS = [
  'default _ _',
  'quote _',
  'upper _',
  'toString _',
  'printf "%v-%s" _ _',
  'printf "%d|%5.2f|%q" _ _ _',
  'print _ _',
  'eq _ _',
  'ne _ _',
  'lt _ _',
  'and _ _',
  'or _ _',
  'not _',
  'len _',
  'index _ _',
  'index .Values.map _',
  'index .Values.list 1',
  'dict "left" _ "right" _',
  'list _ _',
  'toYaml _',
  'toJson _',
  'ternary _ _ (not _)',
  'include "arg" _',
  'include "pair" (dict "left" _ "right" _)',
  'include "labels" $',
  'tpl .Values.tpl $',
  'tpl _ $',
  'hasKey .Values.map _',
  'get .Values.map _',
  'kindOf _',
  'typeOf _',
  'empty _',
  'coalesce _ _',
  'int _',
  'add _ 1',
  'trunc 2 _',
  'nindent 2 _',
  'join "," _',
  'first _',
  'last _',
  'keys .Values.map | sortAlpha',
  'merge (dict "n" _) (dict "m" _)',
  'set (dict) "k" _',
  'until 3',
  'fromYaml _',
  'b64enc _',
  'replace "o" "0" _',
  'splitList "-" _',
  'required "need" _',
];

const PIPED = [
  'quote',
  'upper',
  'toString',
  'indent 2',
  'default "d"',
  'toJson',
  'printf "[%v]"',
  'len',
  'not',
  'trim',
  'eq 3.0',
];

/** A template made of chance that mostly parses and often renders. The same seed makes the same one. */
export function randomTemplate(seed: number): TemplateCase {
  const chance = chanceOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;

  // What prints the whole scope prints addresses of memory, so the dot is only used where it is something else.
  let isRoot = true;

  function operand(variables: readonly string[], depth: number): string {
    const dice = chance();
    if (dice < 0.45) return (isRoot || chance() < 0.05 ? '' : '$') + pick(PATHS);
    if (dice < 0.6 && variables.length > 0) return pick(variables);
    if (dice < 0.65) return isRoot ? '.Values.map' : '.';
    if (dice < 0.8) return pick(['1', '"a"', '"x y"', '0', 'true', '2.5', 'nil', '""', "'c'", '`raw`']);
    return depth > 2 ? '$.Values.env' : `(${pipeline(variables, depth + 1)})`;
  }

  function pipeline(variables: readonly string[], depth: number): string {
    const start =
      chance() < 0.5
        ? operand(variables, depth)
        : pick(CALLS).replaceAll('_', () => operand(variables, depth + 1));
    return chance() < 0.3 && start !== 'nil' ? `${start} | ${pick(PIPED)}` : start;
  }

  const open = (): string => pick(['{{ ', '{{- ', '{{']);
  const close = (): string => pick([' }}', ' -}}', '}}']);
  const action = (inner: string): string => `${open()}${inner}${close()}`;

  function body(variables: readonly string[], depth: number, inRange: boolean): string {
    const known = [...variables];
    let text = '';
    for (let left = 1 + Math.floor(chance() * 3); left > 0; left--) text += piece(known, depth, inRange);
    return text;
  }

  /** Declared variables are added to those that are known. */
  function piece(known: string[], depth: number, inRange: boolean): string {
    const dice = chance();
    if (dice < 0.25) return pick(['a: ', '\n', '  b\n', ' ', '- x\n  ', 'é']);
    if (dice < 0.5 || depth > 3) return action(pipeline(known, 0));
    if (dice < 0.58) {
      const name = `$v${known.length}`;
      const text = action(`${name} := ${pipeline(known, 0)}`);
      known.push(name);
      return text;
    }
    if (dice < 0.62 && known.length > 0) return action(`${pick(known)} = ${pipeline(known, 0)}`);
    if (dice < 0.64) return action(`template "${pick(['arg', 'name', 'labels'])}" ${operand(known, 0)}`);
    if (dice < 0.66 && inRange) return action(pick(['break', 'continue']));
    return block(known, depth + 1, inRange);
  }

  function block(known: readonly string[], depth: number, inRange: boolean): string {
    const otherwise = chance() < 0.4 ? `${action('else')}${body(known, depth, inRange)}` : '';
    const end = otherwise + action('end');
    const kind = pick(['if', 'with', 'range']);
    if (kind !== 'range') {
      const head = action(`${kind} ${pipeline(known, 0)}`);
      return head + within(kind === 'if' && isRoot, () => body(known, depth, inRange)) + end;
    }
    const names = pick([[], ['$e'], ['$i', '$e']]).map((name) => `${name}${depth}`);
    const declares = names.length > 0 ? `${names.join(', ')} := ` : '';
    const over =
      chance() < 0.6
        ? pick(['$.Values.list', '$.Values.map', '$.Values.env', '$.Values.mixed', '3'])
        : operand(known, 0);
    const inner = within(false, () => body([...known, ...names], depth, true));
    return action(`range ${declares}${over}`) + inner + end;
  }

  function within(root: boolean, inner: () => string): string {
    const outer = isRoot;
    isRoot = root;
    const text = inner();
    isRoot = outer;
    return text;
  }

  let template = body([], 0, false);
  // Some with a mistake in it.
  if (chance() < 0.1) {
    const at = Math.floor(chance() * template.length);
    template =
      template.slice(0, at) + pick(['', '}}', '{{', '"', '(', '|', '{{ end }}']) + template.slice(at + 1);
  }
  return { template, values: VALUES as unknown as NonNullable<TemplateCase['values']>, helpers: HELPERS };
}
