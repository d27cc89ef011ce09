import { expect, it } from 'vitest';
import { RANDOM_VALUES, randomCalls } from '../../src/dev/random-calls.ts';
import type { JsonObject, JsonValue } from '../../src/model/json-value.ts';
import { loadFunctions } from '../../src/templates/functions/load-functions.ts';
import { DEFAULT_LIMITS } from '../../src/templates/render/budget.ts';
import { openRendering } from '../../src/templates/render/open-rendering.ts';
import { RenderFailure } from '../../src/templates/render/render-failure.ts';
import { fromJsonValue } from '../../src/templates/value/from-json-value.ts';
import { goMap } from '../../src/templates/value/make-value.ts';
import { piecesOf } from '../../src/templates/value/text-origin.ts';
import { pathOf, sourceParts, valuesRoot } from '../../src/templates/value/values-source.ts';

type Path = readonly (string | number)[];

const VALUES: JsonObject = { ...(RANDOM_VALUES as JsonObject), bad: 'q', i64: 9, strs: ['z', 'y'] };
const functions = await loadFunctions(4, ['regexMatch sha256sum encryptAES']);

/** What the call gives, and the values that it is said to come from; undefined where it fails. */
function traced(call: string, values: JsonValue): { text: string; paths: Path[] } | undefined {
  const settings = { helm: 4, functions, traced: true, clock: 0, limits: DEFAULT_LIMITS } as const;
  const rendering = openRendering([{ name: 't', text: `{{ ${call} | quote }}` }], settings);
  if (rendering.unreadable.length > 0) return undefined;
  try {
    const { value, origin } = rendering.render(
      't',
      goMap(new Map([['Values', fromJsonValue(values, valuesRoot())]])),
    );
    const marks = piecesOf(origin, value.length).map(({ mark }) => mark);
    const sources = marks.flatMap((mark) =>
      mark?.from === 'written' ? [mark.source, mark.decided] : [mark],
    );
    const parts = sources.flatMap((source) => sourceParts(source));
    return { text: value, paths: parts.flatMap((part) => (part.from === 'place' ? [pathOf(part)] : [])) };
  } catch (error) {
    if (error instanceof RenderFailure) return undefined;
    throw error;
  }
}

function leaves(value: JsonValue, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function changed(value: JsonValue, [key, ...rest]: Path): JsonValue {
  if (key === undefined) {
    if (typeof value === 'string') return `${value}Q7`;
    return typeof value === 'number' ? value + 3 : value === null ? 'no more nil' : !value;
  }
  const copy = (Array.isArray(value) ? [...value] : { ...(value as JsonObject) }) as Record<
    string | number,
    JsonValue
  >;
  copy[key] = changed(copy[key]!, rest);
  return copy as unknown as JsonValue;
}

it('names every value whose change changes what a call of a function gives', () => {
  const missed: unknown[] = [];
  let changes = 0;
  let calls = 0;
  for (const call of randomCalls(functions, 5)) {
    if (calls++ === 2500) break;
    const before = call.includes('.Values.') ? traced(call, VALUES) : undefined;
    if (before === undefined || before.text === '') continue;
    for (const leaf of leaves(VALUES)) {
      if (!call.includes(`.Values.${leaf[0]}`)) continue;
      const after = traced(call, changed(VALUES, leaf));
      if (after?.text === before.text) continue;
      changes++;
      const isNamed = before.paths.some((path) => path.every((key, i) => key === leaf[i]));
      if (!isNamed) missed.push({ call, leaf, ...before });
    }
  }
  expect(missed).toEqual([]);
  expect(changes).toBeGreaterThan(500);
});
