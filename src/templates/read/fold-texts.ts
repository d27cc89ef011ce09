import { PRINT_FUNCTIONS } from '../functions/print-functions.ts';
import { CASE_FUNCTIONS } from '../functions/strings/case-functions.ts';
import { SPLIT_FUNCTIONS } from '../functions/strings/split-functions.ts';
import { TRIM_FUNCTIONS } from '../functions/strings/trim-functions.ts';
import type { CallContext, GoFunction, GoValue } from '../value/go-value.ts';
import { type TemplateValue, textsOf, union } from './template-value.ts';

const FUNCTIONS: ReadonlyMap<string, GoFunction> = new Map(
  [...PRINT_FUNCTIONS, ...CASE_FUNCTIONS, ...SPLIT_FUNCTIONS, ...TRIM_FUNCTIONS].map((one) => [
    one.name,
    one,
  ]),
);

/** More ways to put a name together than any template has. */
const MOST = 16;

const NOTHING_SPECIAL: CallContext = {
  helm: 4,
  traced: false,
  spend: () => {},
  clock: 0,
  chance: () => 0,
  unforeseen: () => {
    throw new Error('texts are changed without chance');
  },
};

/**
 * What a function of texts makes of constant ones, which names of keys and templates are put together from; undefined when
 * an argument is not constant, or the function none of these.
 */
export function foldTexts(name: string, args: readonly TemplateValue[]): TemplateValue | undefined {
  const called = FUNCTIONS.get(name);
  if (called === undefined || !takesTexts(called, args.length)) return undefined;
  let ways: string[][] = [[]];
  for (const argument of args) {
    const texts = textsOf(argument);
    if (texts === undefined || ways.length * texts.length > MOST) return undefined;
    ways = ways.flatMap((way) => texts.map((text) => [...way, text]));
  }
  const results: TemplateValue[] = [];
  for (const way of ways) {
    const result = meaningOf(resultOf(called, way));
    if (result === undefined) return undefined;
    results.push(result);
  }
  return union(...results);
}

function takesTexts({ params, variadic = false }: GoFunction, count: number): boolean {
  const fits = variadic ? count >= params.length - 1 : count === params.length;
  return fits && count > 0 && params.every((type) => type === 'string' || type === 'interface {}');
}

function resultOf(called: GoFunction, args: readonly string[]): GoValue {
  try {
    return called.call(args, NOTHING_SPECIAL);
  } catch {
    // Rendering says where a function fails.
    return undefined;
  }
}

function meaningOf(value: GoValue): TemplateValue | undefined {
  if (typeof value === 'string') return [{ kind: 'text', text: value }];
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.go === 'map') {
    const fields = [...value.entries].map(([key, entry]) => [key, meaningOf(entry)] as const);
    const known = fields.filter((field): field is [string, TemplateValue] => field[1] !== undefined);
    return known.length < fields.length ? undefined : [{ kind: 'record', fields: new Map(known), rest: [] }];
  }
  if (value.go !== 'list') return undefined;
  const items = value.items.map(meaningOf);
  return items.some((item) => item === undefined)
    ? undefined
    : [{ kind: 'list', items: items as TemplateValue[] }];
}
