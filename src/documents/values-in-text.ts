import { blankTemplates } from '../load/blank-templates.ts';
import { encryptedValues } from '../load/encrypted-values.ts';
import type { LoadOptions } from '../load/load-options.ts';
import { loadValues } from '../load/load-values.ts';
import type { LoadedValues } from '../load/loaded-values.ts';
import { scalarPlaces } from '../load/scalar-places.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

import { inText } from './in-text.ts';

/** How the text of a scalar is read. */
export interface TextOptions extends LoadOptions {
  readonly isTemplate?: boolean;
}

/**
 * Values that are the text of a scalar (`values: |`): read as Helm reads a file, every place one in the text around. `at` is the scalar
 * with its quotes or block indicator, `value` what it says. Where places inside cannot be told, all of them are the scalar as a whole. `isTemplate`: what
 * stands in `{{ }}` is not there yet.
 */
export function valuesInText(
  whole: string,
  at: Span,
  value: string,
  { isTemplate = false, ...options }: TextOptions = {},
): LoadedValues {
  const { source } = at;
  const places = scalarPlaces(whole, at.start, at.end, value);
  const placed = (span: Span): Span =>
    span.source.id !== source.id ? span : places === undefined ? at : inText(span, source, places);
  const { document, findings } = loadValues(source, isTemplate ? blankTemplates(value) : value, options);
  return {
    document: document && {
      ...document,
      text: whole,
      ...(value.includes('ENC[') ? encryptedValues(document.data) : undefined),
      locate: (path, part) => (path.length === 0 ? at : placed(document.locate(path, part))),
      ...(isLiteral(whole, at) && places !== undefined
        ? {}
        : { encode: places?.encode ?? (() => undefined), ...(places && { decode: places.decode }) }),
    },
    findings: findings.map(
      (finding): Finding => ({
        ...finding,
        span: placed(finding.span),
        related: finding.related.map((one) => ({ ...one, span: placed(one.span) })),
      }),
    ),
  };
}

/** In a literal block everything is written as it is. */
function isLiteral(text: string, { start }: Span): boolean {
  return text[start] === '|';
}
