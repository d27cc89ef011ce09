import { describe, expect, it } from 'vitest';
import { type RecordedAnswer, readTemplateAnswers, readTemplateCases } from '../../src/dev/template-case.ts';
import type { JsonValue } from '../../src/model/json-value.ts';
import { FROM_TOML } from '../../src/templates/functions/from-toml-function.ts';
import type { CallContext, GoFunction } from '../../src/templates/functions/go-function.ts';
import { JSON_FUNCTIONS } from '../../src/templates/functions/json-functions.ts';
import { PRINT_FUNCTIONS } from '../../src/templates/functions/print-functions.ts';
import { TOML_FUNCTIONS } from '../../src/templates/functions/toml-functions.ts';
import { HELM_4_YAML_FUNCTIONS, YAML_FUNCTIONS } from '../../src/templates/functions/yaml-functions.ts';
import { noFlags } from '../../src/templates/text/format-flags.ts';
import { printValue } from '../../src/templates/text/print-value.ts';
import { GoError } from '../../src/templates/value/go-error.ts';
import type { GoInt, GoValue } from '../../src/templates/value/go-value.ts';
import { goInt, goList, goMap } from '../../src/templates/value/make-value.ts';
import { typeOf } from '../../src/templates/value/type-of.ts';
import { textOf } from '../../src/templates/value/utf8.ts';

const FUNCTIONS = new Map<string, GoFunction>(
  [
    ...PRINT_FUNCTIONS,
    ...JSON_FUNCTIONS,
    ...YAML_FUNCTIONS,
    ...HELM_4_YAML_FUNCTIONS,
    ...TOML_FUNCTIONS,
    FROM_TOML,
  ].map((one) => [one.name, one]),
);
const CONTEXT = { helm: 4, traced: false, spend: () => undefined } as unknown as CallContext;

/** Values of the cases, with the types that JSON has no words for. */
function typed(json: JsonValue): GoValue {
  if (Array.isArray(json)) return goList(json.map(typed));
  if (typeof json !== 'object' || json === null) return json;
  const [marker = '', inner = null] = Object.entries(json)[0] ?? [];
  switch (marker) {
    case '$int':
    case '$int64':
    case '$uint64':
      return goInt(BigInt(inner as string), marker.slice(1) as GoInt['kind']);
    case '$float64':
      return Number(String(inner).replace('Inf', 'Infinity'));
    case '$bytes':
      return textOf(Buffer.from(inner as string, 'base64'));
    case '$strings':
      return goList(inner as string[], 'string');
    case '$stringMap':
      return goMap(new Map(Object.entries(inner as Record<string, string>)), 'string');
    default:
      return goMap(new Map(Object.entries(json).map(([key, entry]) => [key, typed(entry)])));
  }
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|\(|\)|[^\s()]+)/g;

/** Evaluates calls of functions: no variables, pipes or blocks. */
function evaluate(tokens: string[], values: GoValue): GoValue {
  const first = tokens.shift();
  if (first === undefined) throw new Error('an argument is missing');
  if (first.startsWith('"')) return JSON.parse(first);
  if (first === 'nil') return null;
  if (first === 'true') return true;
  if (first === '(') {
    const call = tokens.splice(0, closing(tokens));
    tokens.shift();
    return evaluate(call, values);
  }
  if (first.startsWith('.Values.')) return at(values, first.slice('.Values.'.length));
  if (/^-?[0-9]+$/.test(first)) return goInt(BigInt(first));
  if (/^-?[0-9]/.test(first)) return Number(first);
  const args: GoValue[] = [];
  while (tokens.length > 0) args.push(evaluate(tokens, values));
  if (first === 'index') return at(at(values, ''), String((args[1] as GoInt).value), args[0]);
  return FUNCTIONS.get(first)!.call(args, CONTEXT);
}

function at(values: GoValue, key: string, holder: GoValue = values): GoValue {
  if (typeof holder !== 'object' || holder === null) return null;
  if (holder.go === 'list') return holder.items[Number(key)];
  return holder.go === 'map' ? (holder.entries.get(key) ?? (key === '' ? holder : null)) : null;
}

function closing(tokens: readonly string[]): number {
  let depth = 1;
  return tokens.findIndex((token) => {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    return depth === 0;
  });
}

/** What `evaluate` understands. */
function isCall(name: string): boolean {
  const isOne = name.includes('{{') ? name.endsWith(' }}') && name.lastIndexOf('{{') === 0 : true;
  const call = name.includes('{{') ? name.slice(3, -3) : name;
  return (
    isOne &&
    FUNCTIONS.has(call.split(' ')[0]!) &&
    !/[|`]|\((?!index)/.test(call.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))
  );
}

function answer(name: string, values: GoValue): RecordedAnswer {
  const isExpression = !name.includes('{{');
  const source = isExpression ? name : name.slice(3, -3);
  try {
    const value = evaluate(
      Array.from(source.matchAll(TOKEN), ([, token]) => token!),
      values,
    );
    if (value === null) return isExpression ? '<nil> <nil>' : '<nil>';
    if (!isExpression) return printValue(value, 'v', noFlags());
    return `${typeOf(value)} ${printValue(value, 'v', { ...noFlags(), sharpV: true })}`;
  } catch (error) {
    if (error instanceof GoError) return { error: error.message };
    throw error;
  }
}

describe('texts as Go writes them', () => {
  for (const group of ['printf', 'to-yaml-json', 'from-json', 'from-yaml', 'toml'])
    it(`${group}: as recorded from Helm`, () => {
      const { answers } = readTemplateAnswers(group);
      const cases = readTemplateCases(group).filter(({ name }) => name in answers && isCall(name));
      expect(cases.length).toBeGreaterThan(30);
      const values = typed(cases[0]!.values!);
      const wrong: unknown[] = [];
      for (const { name } of cases) {
        const expected = answers[name]!;
        const found = answer(name, values);
        const isSame =
          typeof found === 'string'
            ? found.replaceAll('<no value>', '') === expected
            : typeof expected === 'object' &&
              'error' in expected &&
              'error' in found &&
              expected.error.endsWith(found.error);
        if (!isSame) wrong.push({ name, expected, found });
      }
      expect(wrong).toEqual([]);
    });
});
