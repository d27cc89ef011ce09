import type { SchemaPlace } from '../json-schema/schema-place.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { pathWords, valueWords } from './value-words.ts';

/** How messages speak: who expects something, what a value is called. */
export interface Wording {
  readonly enforcedByHelm: boolean;
  secret(path: ValuesPath): boolean;
  path(path: ValuesPath): string;
  value(path: ValuesPath, value: JsonValue | undefined): string;
  /** `but the chart expects an integer`, or `but must be an integer` (and Helm refuses it). */
  expects(what: string, verb?: string): string;
  /** What becomes of values that break the schema; undefined when Helm does not know of it. */
  readonly effect: string | undefined;
  /** What becomes of a key that nobody knows; undefined when there is nothing to say. */
  readonly unknownKey: string | undefined;
}

export function createWording(options: {
  readonly enforcedByHelm: boolean;
  readonly reader?: 'chartlint';
  secretAt(path: ValuesPath): boolean;
  writtenAt?(path: ValuesPath): string | undefined;
}): Wording {
  const { enforcedByHelm, reader = 'the chart' } = options;
  const secret = (path: ValuesPath): boolean => options.secretAt(path);
  return {
    enforcedByHelm,
    secret,
    path: pathWords,
    value: (path, value) =>
      (typeof value === 'number' && !secret(path) ? options.writtenAt?.(path) : undefined) ??
      valueWords(value, secret(path)),
    expects: (what, verb = 'be') =>
      enforcedByHelm ? `but must ${verb} ${what}` : `but ${reader} expects ${what}`,
    effect: enforcedByHelm ? 'Helm refuses it.' : undefined,
    unknownKey: enforcedByHelm
      ? 'Helm refuses it.'
      : reader === 'chartlint'
        ? undefined
        : 'The chart ignores it silently.',
  };
}

/** The first sentence of the description closest to the failing schema, when it is short enough to quote. */
export function shortDescription(trail: readonly SchemaPlace[], longest = 110): string | undefined {
  for (const { schema } of trail.toReversed()) {
    if (!isJsonObject(schema) || typeof schema.description !== 'string') continue;
    const sentence = /^.*?[.!?](?=\s|$)/s.exec(schema.description)?.[0] ?? schema.description;
    const text = sentence.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
    return text.length > 0 && text.length <= longest ? text : undefined;
  }
  return undefined;
}
