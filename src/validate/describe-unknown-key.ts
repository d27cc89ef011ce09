import { formatPath } from '../model/format-path.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { Describe, Description, DescriptionContext } from './description.ts';
import { listWords } from './list-words.ts';
import type { Mistake } from './mistake.ts';
import { nearestName, nearestNames, plainName } from './nearest-names.ts';

const ALL_UP_TO = 8;
const NEAREST = 5;

/** A key that the map does not have, by `additionalProperties` or `unevaluatedProperties: false`. */
export const describeUnknownKey: Describe = (mistake, context) => {
  const key = unknownKey(mistake);
  const known = knownKeys(mistake, context);
  const meant = suggestion(key, mistake.at.path, known, context);
  return unknown(mistake, context, meant ?? knownWords(key, known), meant !== undefined);
};

/** The key that the mistake is about. */
export function unknownKey(mistake: Mistake): string {
  return String(mistake.params.additionalProperty ?? mistake.params.unevaluatedProperty);
}

/** An unknown key and the missing one that was meant are one mistake. */
export function describeMisspelledKey(
  mistake: Mistake,
  context: DescriptionContext,
  missing: string,
): Description {
  const described = unknown(mistake, context, `did you mean ${JSON.stringify(missing)} (required)?`, true);
  return { ...described, silent: false };
}

function unknown(mistake: Mistake, context: DescriptionContext, rest: string, asks: boolean): Description {
  const key = unknownKey(mistake);
  const { path } = mistake.at;
  const where = path.length === 0 ? 'at the top level' : `in ${context.wording.path(path)}`;
  return {
    rule: 'unknown-key',
    wanted: `a map without ${JSON.stringify(key)}`,
    statement: `unknown key ${JSON.stringify(key)} ${where}`,
    end: rest === '' ? '.' : `; ${rest}${asks ? '' : '.'}`,
    advice: context.wording.unknownKey,
    at: [...path, key],
    part: 'key',
    silent: true,
  };
}

/** The keys of the map: of the schema that forbids others, and with `unevaluatedProperties` of all that apply. */
function knownKeys(mistake: Mistake, context: DescriptionContext): string[] {
  const { schema } = mistake.place;
  const own = isJsonObject(schema) && isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
  if (mistake.keyword === 'additionalProperties') return own;
  return [...new Set([...own, ...context.keys().at(mistake.at.path)])];
}

function suggestion(
  key: string,
  path: ValuesPath,
  known: readonly string[],
  context: DescriptionContext,
): string | undefined {
  const plain = plainName(key);
  const same = known.find((name) => plainName(name) === plain);
  if (same !== undefined) return `did you mean ${JSON.stringify(same)}?`;
  const parent = path.at(-1);
  const prefix = typeof parent === 'string' ? plainName(parent) : undefined;
  const prefixed = known.find((name) => prefix !== undefined && plain === prefix + plainName(name));
  if (prefixed !== undefined) return `did you mean ${JSON.stringify(prefixed)}?`;

  const keys = context.keys();
  if (path.length > 0) {
    const above = path.slice(0, -1);
    const up = keys.at(above).find((name) => plainName(name) === plain);
    if (up !== undefined) return `did you mean to put it one level up, at ${formatPath([...above, up])}?`;
  }
  const below = known.flatMap((section) =>
    keys
      .at([...path, section])
      .filter((name) => plainName(name) === plain || plainName(section) + plainName(name) === plain)
      .map((name) => formatPath([...path, section, name])),
  );
  if (below.length > 0 && below.length <= 3) return `did you mean ${listWords(below, 'or')}?`;
  const near = nearestName(key, known);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  const elsewhere = plain.length < 4 ? [] : keys.named(key);
  return elsewhere.length === 1 ? `did you mean ${formatPath(elsewhere[0]!)}?` : undefined;
}

function knownWords(key: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  if (known.length === 1) return `the only known key is ${JSON.stringify(known[0])}`;
  if (known.length <= ALL_UP_TO)
    return `known are ${listWords(
      known.map((name) => JSON.stringify(name)),
      'and',
    )}`;
  const near = nearestNames(key, known, NEAREST).map((name) => JSON.stringify(name));
  return `nearest of ${known.length} known keys are ${listWords(near, 'and')}`;
}
