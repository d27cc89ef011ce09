import type { JsonValue } from '../model/json-value.ts';

const MOST = 40;

/** A value in a line of text, cut short where it is long. */
export function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}
