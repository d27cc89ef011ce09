import type { JsonValue } from '../../model/json-value.ts';
import { meantQuantity, parseQuantity } from '../grammar/quantity.ts';
import type { CheckFact } from '../manifest-fact.ts';
import type { FieldType } from '../types/field-type.ts';

/** encoding/base64's StdEncoding, which skips line breaks. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** A text that the field's type cannot be read from: an amount, base64, a time. */
export function wrongFormat(
  value: JsonValue,
  type: FieldType,
  name: string,
  shown: string,
): Omit<CheckFact, 'at'> | undefined {
  const why = 'Kubernetes cannot read the manifest, so nothing of it is installed.';
  if (type.is === 'quantity' && (typeof value === 'string' || typeof value === 'number')) {
    if (parseQuantity(value) !== undefined) return undefined;
    const meant = typeof value === 'string' ? meantQuantity(value) : undefined;
    return {
      problem: `${name} is ${shown}, which is no amount that Kubernetes can read`,
      why,
      help:
        meant === undefined
          ? 'Write a number with one of m, k, M, G, T, Ki, Mi, Gi, Ti or without a unit.'
          : `Write "${meant}".`,
      ...(meant === undefined ? {} : { mend: { how: 'replace', by: meant } }),
    };
  }
  if (type.is === 'bytes' && typeof value === 'string' && !BASE64.test(value.replaceAll(/[\r\n]/g, ''))) {
    return {
      problem: `${name} is not base64`,
      why,
      help: 'Encode it (b64enc in the template), or put plain text under stringData.',
    };
  }
  if (type.is === 'time' && typeof value === 'string' && !RFC3339.test(value)) {
    return {
      problem: `${name} is ${shown}, which is no time`,
      why,
      help: 'Write it as 2030-01-31T08:00:00Z.',
    };
  }
  return undefined;
}
