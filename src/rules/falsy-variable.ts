import type { Fact } from '../model/fact.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { sourceText } from './source-text.ts';

/** Says of a variable whose value is 0 or false that a template takes it for none; `why` is what comes of it. */
export function* falsyVariable(
  release: Release,
  at: ValuesPath,
  { name, value }: { readonly name: string; readonly value: JsonValue | undefined },
  why: string,
): Iterable<Fact> {
  if (value !== 0 && value !== false) return;
  const written = sourceText(release, at) ?? String(value);
  yield {
    at,
    problem: `${name} is ${value} without quotes, which the template takes for "no value"`,
    why,
    help: 'Quote it.',
    fix: {
      title: 'Quote the value',
      safe: written === String(value),
      replace: [{ at, text: JSON.stringify(written) }],
    },
  };
}
