import { printPlain } from '../../text/print-value.ts';
import { deepSource } from '../../value/entry-origin.ts';
import type { GoValue } from '../../value/go-value.ts';
import type { Origin } from '../../value/origin.ts';

/** sprig's `strval`: the text itself, bytes as text, everything else as `%v` prints it. */
export function textValue(value: GoValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && value.go === 'bytes' ? value.text : printPlain(value);
}

/** The origin of the text of a value: that of a text stays, else all that is in the value. */
export function textValueOrigin(value: GoValue, origin: Origin | undefined): Origin | undefined {
  return typeof value === 'string' ? origin : deepSource(value, origin);
}
