import { HIDDEN_SECRET } from '../model/hidden-secret.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Mend } from '../model/mend.ts';
import type { Describe } from './description.ts';
import { kindWords, typeOf, typeWords } from './type-words.ts';
import { quoteValue } from './value-words.ts';

const BOOLEAN_TEXT = /^(?:true|false|yes|no|on|off)$/i;

/** The value has another type than the chart wants. */
export const describeType: Describe = ({ at, params, alsoTypes }, { wording }) => {
  const types = [params.type as string | string[], alsoTypes ?? []].flat();
  const { path, value } = at;
  const wanted = typeWords(types);
  const shown = wording.value(path, value);
  const scalar = value !== null && typeof value !== 'object';
  const fraction = typeof value === 'number' && types.includes('integer');
  const named = scalar && !fraction && value !== undefined;
  const kind = !named ? '' : shown === HIDDEN_SECRET ? `, ${kindWords(value)}` : ` (${kindWords(value)})`;
  return {
    rule: 'type',
    wanted,
    statement: `${wording.path(path)} is ${shown}${kind}, ${wording.expects(wanted)}`,
    advice: typeAdvice(value, types, wording.secret(path), shown),
    quotes: isAboutQuotes(value, types),
    mend: typeMend(value, types),
  };
};

/** Quotes that are missing or too many. */
function typeMend(value: JsonValue | undefined, types: readonly string[]): Mend | undefined {
  const wants = (type: string): boolean => types.includes(type);
  if (typeof value === 'string') return isQuoted(value, wants) ? { how: 'unquote' } : undefined;
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isScalar && types.every((type) => type === 'string' || type === 'null')
    ? { how: 'quote' }
    : undefined;
}

/** Whether the text is a number or boolean that only quotes keep from being the one that is wanted. */
function isQuoted(text: string, wants: (type: string) => boolean): boolean {
  const number = text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : undefined;
  const fits = number !== undefined && (wants('number') || (wants('integer') && Number.isInteger(number)));
  return fits || (wants('boolean') && BOOLEAN_TEXT.test(text));
}

/** Whether quotes, or none, would give the value one of the types. */
function isAboutQuotes(value: JsonValue | undefined, types: readonly string[]): boolean {
  const wants = (type: string): boolean => types.includes(type);
  if (typeof value === 'string') return isQuoted(value, wants);
  return (typeof value === 'number' || typeof value === 'boolean') && wants('string');
}

/** How to write the value so that it has one of the types. */
function typeAdvice(
  value: JsonValue | undefined,
  types: readonly string[],
  secret: boolean,
  shown: string,
): string | undefined {
  const wants = (type: string): boolean => types.includes(type);
  const onlyText = types.every((type) => type === 'string' || type === 'null') && wants('string');
  switch (typeOf(value)) {
    case 'null':
      return wants('string')
        ? 'A key without a value is null in YAML; write "" for an empty string, or remove the key.'
        : 'A key without a value is null in YAML; write a value, or remove the key.';
    case 'string':
      return stringAdvice(value as string, wants, secret);
    case 'number':
      if (!onlyText) return undefined;
      if (secret) return 'Quote it, or YAML reads it as a number.';
      return Number.isInteger(value) || shown !== String(value)
        ? `Quote it: "${shown}".`
        : `Quote it as it stands; unquoted, ${value} and ${value}0 are the same number.`;
    case 'boolean':
      if (!onlyText) return undefined;
      return secret
        ? 'Quote it, or YAML reads it as a boolean.'
        : `Quote it: "${value}"; unquoted, YAML reads yes, no, on, off, true and false as booleans.`;
    case 'array':
      if (wants('object') && !wants('array')) return 'Write it as key: value pairs, without dashes.';
      return wants('string') && (value as JsonValue[]).length === 1
        ? 'Write the one value without the dash.'
        : undefined;
    default:
      return wants('array') ? 'Write it as a list, one "- item" per line.' : undefined;
  }
}

function stringAdvice(text: string, wants: (type: string) => boolean, secret: boolean): string | undefined {
  if (isQuoted(text, wants)) {
    return secret
      ? 'It is a string because it is quoted; remove the quotes.'
      : `${quoteValue(text)} is a string because it is quoted; remove the quotes.`;
  }
  if (text.includes('{{'))
    return 'Helm does not expand templates before it validates values; write the value itself.';
  if (text === '' && wants('object')) return 'Write {} for an empty map, or remove the key.';
  if (text === '' && wants('array')) return 'Write [] for an empty list, or remove the key.';
  if (text === '' && wants('null')) return 'Write null, or remove the key.';
  if (wants('array')) return 'Write it as a list, one "- item" per line.';
  return undefined;
}
