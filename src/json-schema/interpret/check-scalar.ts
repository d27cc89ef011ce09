import { formats } from '../formats/formats.ts';
import { codePointLength } from './code-point-length.ts';
import { isMultiple } from './is-multiple.ts';
import type { KeywordCheck } from './schema-run.ts';

/** How a number can break a bound, and the words of ajv for what is asked. */
const COMPARISONS = {
  '<=': (data: number, limit: number) => data > limit || Number.isNaN(data),
  '>=': (data: number, limit: number) => data < limit || Number.isNaN(data),
  '<': (data: number, limit: number) => data >= limit || Number.isNaN(data),
  '>': (data: number, limit: number) => data <= limit || Number.isNaN(data),
} as const;
type Comparison = keyof typeof COMPARISONS;

/** A bound; up to draft-04 a flag beside it (`exclusiveMaximum: true`) makes it a strict one. */
function bound(keyword: string, asked: Comparison, flag?: string): KeywordCheck {
  return ({ schema, pointer }) => {
    const comparison = flag !== undefined && schema[flag] === true ? (asked.charAt(0) as Comparison) : asked;
    const limit = schema[keyword] as number;
    const breaks = COMPARISONS[comparison];
    return (data, run) => {
      if (breaks(data as number, limit)) run.fail(keyword, `${pointer}/${keyword}`, { comparison, limit });
    };
  };
}

const multipleOf: KeywordCheck = ({ schema, pointer }) => {
  const unit = schema.multipleOf as number;
  return (data, run) => {
    if (!isMultiple(data as number, unit))
      run.fail('multipleOf', `${pointer}/multipleOf`, { multipleOf: unit });
  };
};

function length(keyword: string, breaks: (length: number, limit: number) => boolean): KeywordCheck {
  return ({ schema, pointer }) => {
    const limit = schema[keyword] as number;
    return (data, run) => {
      if (breaks(codePointLength(data as string), limit))
        run.fail(keyword, `${pointer}/${keyword}`, { limit });
    };
  };
}

const pattern: KeywordCheck = (part) => {
  const text = part.schema.pattern as string;
  const expression = part.pattern(text);
  return (data, run) => {
    if (!expression.test(data as string)) run.fail('pattern', `${part.pointer}/pattern`, { pattern: text });
  };
};

/** A format that nobody asserts says nothing. */
const format: KeywordCheck = ({ schema, pointer }) => {
  const name = schema.format as string;
  const fits = Object.hasOwn(formats, name) ? formats[name] : undefined;
  return (
    fits &&
    ((data, run) => {
      if (!fits(data as string)) run.fail('format', `${pointer}/format`, { format: name });
    })
  );
};

/** Keywords about numbers, in the order in which ajv applies them. */
export const NUMBER_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  maximum: bound('maximum', '<='),
  minimum: bound('minimum', '>='),
  exclusiveMaximum: bound('exclusiveMaximum', '<'),
  exclusiveMinimum: bound('exclusiveMinimum', '>'),
  multipleOf,
  // It counts as a keyword about numbers, but no format is about them.
  format: () => undefined,
};

/** The same in draft-04, where `exclusiveMaximum` is a flag. */
export const DRAFT_04_NUMBER_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  ...NUMBER_CHECKS,
  maximum: bound('maximum', '<=', 'exclusiveMaximum'),
  minimum: bound('minimum', '>=', 'exclusiveMinimum'),
  exclusiveMaximum: () => undefined,
  exclusiveMinimum: () => undefined,
};

/** Keywords about strings, in the order in which ajv applies them; `format` is asserted up to draft-07. */
export const STRING_CHECKS: Readonly<Record<string, KeywordCheck>> = {
  maxLength: length('maxLength', (size, limit) => size > limit),
  minLength: length('minLength', (size, limit) => size < limit),
  pattern,
  format,
};
