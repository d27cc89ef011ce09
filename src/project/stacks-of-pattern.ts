import type { Stack } from '../config/config.ts';
import { type Bindings, bindingsIn, filled, hasPlaceholders } from '../config/placeholders.ts';

/**
 * The releases that a stack with placeholders stands for: one for each of the files (from the folder of the configuration) that its values with
 * the most placeholders fit. A stack without placeholders stands for itself.
 */
export function stacksOfPattern(stack: Stack, files: readonly string[]): Stack[] {
  const patterns = (stack.values ?? []).filter(hasPlaceholders);
  const [widest] = patterns.toSorted((a, b) => placeholders(b) - placeholders(a));
  if (widest === undefined) return [stack];
  const found = new Map<string, Bindings>();
  for (const file of files) {
    const bindings = bindingsIn(widest, file);
    if (bindings !== undefined) found.set(JSON.stringify(bindings), bindings);
  }
  return Array.from(found.values(), (bindings) => {
    const { name, chart, values = [], set = [] } = stack;
    const fill = (text: string): string => filled(text, bindings);
    return {
      name: hasPlaceholders(name) ? fill(name) : `${name} ${Object.values(bindings).join(' ')}`,
      ...(chart === undefined ? {} : { chart: fill(chart) }),
      values: values.map(fill),
      ...(set.length === 0 ? {} : { set: set.map(fill) }),
    };
  });
}

function placeholders(text: string): number {
  return text.split('{').length;
}
