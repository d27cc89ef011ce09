import { editOrigin } from '../value/text-origin.ts';
import type { Rendered } from './rendering-function.ts';

const NO_VALUE = '<no value>';

/** What Helm makes of Go's `<no value>`: nothing, wherever it stands in the output (pkg/engine/engine.go). */
export function withoutNoValue(rendered: Rendered): Rendered {
  const { value, origin } = rendered;
  if (!value.includes(NO_VALUE)) return rendered;
  const edits = Array.from(value.matchAll(/<no value>/g), ({ index }) => ({
    start: index,
    end: index + NO_VALUE.length,
    length: 0,
  }));
  return { value: value.replaceAll(NO_VALUE, ''), origin: editOrigin(origin, value.length, edits) };
}
