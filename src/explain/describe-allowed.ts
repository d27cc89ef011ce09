import type { JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { Mend } from '../model/mend.ts';
import { nearestName, nearestNames } from '../model/nearest-name.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { Describe } from './description.ts';
import { typeWords } from './type-words.ts';
import { quoteValue } from './value-words.ts';
import { shortDescription } from './wording.ts';

/** Longer lists are cut to the nearest few. */
const ALL_UP_TO = 8;
const NEAREST = 5;
/** More stand below what is wrong. */
const IN_STATEMENT = 4;

/** The value is not one of those allowed. */
export const describeEnum: Describe = ({ at, params, alsoTypes = [] }, { wording, choices }) => {
  const known = choices(params.allowedValues as JsonValue[]);
  const { path, value } = at;
  const secret = wording.secret(path);
  const words = secret ? ['one of the values it knows'] : listValues(known, value);
  const also = alsoTypes.length > 0 ? [typeWords(alsoTypes)] : [];
  const wanted = listWords([...words, ...also], 'or');
  return {
    rule: 'enum',
    wanted,
    mend: secret ? undefined : mendOf(value, known),
    ...(words.length > IN_STATEMENT
      ? {
          statement: `${wording.path(path)} is ${wording.value(path, value)}, which is not allowed`,
          advice: [
            meant(value, known) ?? '',
            `Allowed ${words.length === 1 ? 'is' : 'are'} ${listWords([...words, ...also], 'and')}.`,
          ]
            .join(' ')
            .trim(),
        }
      : {
          statement: `${wording.path(path)} is ${wording.value(path, value)}, ${wording.expects(wanted)}`,
          advice: secret ? undefined : meant(value, known),
        }),
  };
};

/** Only one value will do. */
export const describeConst: Describe = ({ at, params, trail }, { wording }) => {
  const known = choicesOf([params.allowedValue as JsonValue]);
  const { path, value } = at;
  const secret = wording.secret(path);
  const wanted = secret ? 'another value' : quoteValue(params.allowedValue);
  const why = shortDescription(trail);
  return {
    rule: 'const',
    wanted,
    statement: `${wording.path(path)} is ${wording.value(path, value)}, ${wording.expects(wanted)}`,
    about: why === undefined ? undefined : `${why}.`,
    advice: secret ? undefined : meant(value, known),
    mend: secret ? undefined : mendOf(value, known),
  };
};

function listValues({ values, names }: Choices, written: JsonValue | undefined): string[] {
  if (values.length <= ALL_UP_TO) return values.map((value) => quoteValue(value));
  const meantName = typeof written === 'string' ? nearestName(written.trim(), names) : undefined;
  if (meantName !== undefined) return [quoteValue(meantName), `one of ${values.length - 1} other values`];
  const near =
    typeof written === 'string' && names.names.length > 0
      ? nearestNames(written, names, NEAREST)
      : values.slice(0, NEAREST);
  return [...near.map((value) => quoteValue(value)), `one of ${values.length - near.length} other values`];
}

/** The same as a change of the value. */
function mendOf(written: JsonValue | undefined, choices: Choices): Mend | undefined {
  if (typeof written === 'number' || typeof written === 'boolean')
    return choices.texts.has(String(written)) ? { how: 'quote' } : undefined;
  if (typeof written !== 'string') return undefined;
  if (choices.written.has(written)) return { how: 'unquote' };
  const near = nearestName(written.trim(), choices.names);
  return near === undefined || near === '' ? undefined : { how: 'write', text: near };
}

/** The allowed value that was likely meant, or what keeps an allowed value from being one. */
function meant(written: JsonValue | undefined, choices: Choices): string | undefined {
  if (typeof written === 'number' || typeof written === 'boolean') {
    return choices.texts.has(String(written)) ? `Quote it: "${written}".` : undefined;
  }
  if (typeof written !== 'string') return undefined;
  if (choices.written.has(written))
    return `${quoteValue(written)} is a string because it is quoted; remove the quotes.`;
  const near = nearestName(written.trim(), choices.names);
  return near === undefined || near === '' ? undefined : `Did you mean ${quoteValue(near)}?`;
}
