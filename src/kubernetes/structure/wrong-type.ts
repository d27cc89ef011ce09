import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { listWords } from '../../model/list-words.ts';
import type { CheckFact } from '../manifest-fact.ts';
import type { FieldType } from '../types/field-type.ts';
import type { KubernetesTypes } from '../types/kubernetes-types.ts';
import { describeType } from './describe-type.ts';
import { nameKind } from './show-value.ts';

const REFUSED = 'Kubernetes cannot read the manifest, so nothing of it is installed.';
const LARGEST: Readonly<Record<32 | 64, number>> = { 32: 2 ** 31 - 1, 64: 2 ** 63 };

type Said = Omit<CheckFact, 'at'>;

/**
 * What to say of a value that does not fit.
 * @param shown the value as the message shows it
 */
export function wrongType(
  value: Exclude<JsonValue, null>,
  type: FieldType,
  name: string,
  shown: string,
  types: KubernetesTypes,
): Said {
  if (type.is === 'integer' && typeof value === 'number' && Number.isInteger(value)) {
    return {
      problem: `${name} ${shown} is too large for a number of ${type.bits} bits`,
      why: REFUSED,
      help: `Write at most ${LARGEST[type.bits]}.`,
    };
  }
  return {
    problem: `${name} wants ${describeType(type)}, not ${seen(value, shown)}`,
    why: REFUSED,
    ...advice(value, type, name, shown, types),
  };
}

/**
 * Whether the API server can read the value into the field, as Go's decoding of JSON does it: nothing is converted, but a whole
 * number may be written with a point. Of lists and maps only that they are such, not what is in them.
 */
export function fits(value: Exclude<JsonValue, null>, type: FieldType): boolean {
  switch (type.is) {
    case 'text':
    case 'bytes':
    case 'time':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST[type.bits];
    case 'number':
      return typeof value === 'number';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'int-or-string':
      return (
        typeof value === 'string' ||
        (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST[32])
      );
    case 'list':
      return Array.isArray(value);
    case 'map':
    case 'object':
    case 'type':
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return true;
  }
}

/** `the number 5432`, `text`: what is there, with its value where it is short and no secret. */
function seen(value: Exclude<JsonValue, null>, shown: string): string {
  const kind = nameKind(value);
  if (shown === kind || typeof value === 'object') return shown;
  return typeof value === 'string' ? `the text ${shown}` : `the ${kind.slice(2)} ${shown}`;
}

function isEmptyMap(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

function advice(
  value: Exclude<JsonValue, null>,
  type: FieldType,
  name: string,
  shown: string,
  types: KubernetesTypes,
): Pick<CheckFact, 'help' | 'mend'> {
  const isScalar = typeof value !== 'object';
  const hidden = isScalar && shown === nameKind(value);
  if (type.is === 'text' && isScalar) {
    // Another number may be written otherwise: 1.10 is read as 1.1.
    const help =
      Number.isSafeInteger(value) && !hidden
        ? `Write "${String(value)}" in quotes.`
        : 'Put what is written in quotes.';
    return {
      help:
        typeof value === 'boolean'
          ? 'Put what is written in quotes: on, off, yes, no, true and false are no text.'
          : help,
      mend: { how: 'quote' },
    };
  }
  if (typeof value === 'string') {
    const meant = unquoted(value, type);
    if (meant !== undefined)
      return { help: `Write ${meant} without quotes.`, mend: { how: 'replace', by: meant } };
  }
  if (isEmptyMap(value) && type.is === 'list') return { help: 'Write [] for none.' };
  if (Array.isArray(value) && value.length === 0) return { help: 'Write {} for none.' };
  if (type.is === 'list') {
    if (isScalar) return { help: `Write it as an item: a line "- " below ${name}.` };
    return { help: `Put "- " before each item of ${name}.` };
  }
  if (type.is === 'type') {
    const fields = [...(types.typeOf(type.name)?.fields.values() ?? [])];
    if (typeof value === 'string' && !hidden && fields.some((field) => field.name === 'name')) {
      return { help: `Write ${JSON.stringify(`name: ${value}`).slice(1, -1)}.` };
    }
    const required = fields.filter((field) => field.required);
    const named = (required.length > 0 ? required : fields).map((field) => field.name);
    if (Array.isArray(value)) return { help: `Remove the "- ": ${name} is one map.` };
    const words =
      named.length > 8
        ? 'its fields'
        : listWords(
            named.map((field) => `"${field}"`),
            'or',
          );
    return { help: `Write a map below ${name}, with ${words}.` };
  }
  if (type.is === 'text')
    return { help: 'Write text; put "|" after the key and the lines of the text below.' };
  if (type.is === 'map' || type.is === 'object') return { help: `Write "key: value" lines below ${name}.` };
  return { help: `Write ${describeType(type)}.` };
}

/** The number or boolean that was meant by a text. */
function unquoted(text: string, type: FieldType): number | boolean | undefined {
  if (type.is === 'boolean') {
    const word = text.trim().toLowerCase();
    if (['true', 'yes', 'on', '1'].includes(word)) return true;
    if (['false', 'no', 'off', '0'].includes(word)) return false;
  }
  if ((type.is === 'integer' || type.is === 'number') && /^\s*-?\d+(\.\d+)?\s*$/.test(text)) {
    const number = Number(text);
    return type.is === 'number' || Number.isInteger(number) ? number : undefined;
  }
  return undefined;
}
