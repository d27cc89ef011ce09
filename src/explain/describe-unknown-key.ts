import { isJsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import { type KnownNames, nearestNames } from '../model/nearest-name.ts';
import type { Describe, Description, DescriptionContext } from './description.ts';
import type { KeyNeighbours } from './key-neighbours.ts';
import type { Mistake } from './mistake.ts';

const ALL_UP_TO = 8;
const NEAREST = 5;

/** A key that the map does not have, by `additionalProperties` or `unevaluatedProperties: false`. */
export const describeUnknownKey: Describe = (mistake, context) => {
  const key = unknownKey(mistake);
  if (key === 'global' && mistake.at.path.length === 0) return forbiddenGlobal(mistake, context);
  const neighbours = neighboursOf(mistake, context);
  const meant = neighbours.suggest(key);
  const known = meant ?? knownWords(key, neighbours.known);
  const advice = known === '' ? undefined : meant === undefined ? `${known}.` : known;
  const to = neighbours.meant(key);
  return { ...unknown(mistake, context, advice), mend: to === undefined ? undefined : { how: 'rename', to } };
};

/** The key that the mistake is about. */
export function unknownKey(mistake: Mistake): string {
  return String(mistake.params.additionalProperty ?? mistake.params.unevaluatedProperty);
}

/** An unknown key and the missing one that was meant are one mistake, and not a silent one. */
export function describeMisspelledKey(
  mistake: Mistake,
  context: DescriptionContext,
  missing: string,
): Description {
  const advice = `Did you mean ${JSON.stringify(missing)} (required)?`;
  return { ...unknown(mistake, context, advice), mend: { how: 'rename', to: missing }, silent: false };
}

function unknown(mistake: Mistake, { wording }: DescriptionContext, advice: string | undefined): Description {
  const key = unknownKey(mistake);
  const { path } = mistake.at;
  const where = path.length === 0 ? 'at the top level' : `in ${wording.path(path)}`;
  return {
    rule: 'unknown-key',
    wanted: `a map without ${JSON.stringify(key)}`,
    statement: `unknown key ${JSON.stringify(key)} ${where}`,
    effect: wording.unknownKey ?? '',
    advice: advice === undefined ? undefined : advice.charAt(0).toUpperCase() + advice.slice(1),
    at: [...path, key],
    part: 'key',
    silent: true,
  };
}

/** Helm puts `global` into the values of every subchart itself, so this is the chart author's mistake. */
function forbiddenGlobal(mistake: Mistake, context: DescriptionContext): Description {
  return {
    ...unknown(mistake, context, undefined),
    effect: context.wording.effect ?? '',
    rule: 'forbidden-global',
    statement: 'the schema has no key "global", which Helm itself hands to every subchart',
    advice: 'Add "global": {"type": "object"} to the properties of the schema.',
  };
}

/** The keys of the map: of the schema that forbids others, and with `unevaluatedProperties` of all that apply. */
function neighboursOf(mistake: Mistake, context: DescriptionContext): KeyNeighbours {
  const { at, place, keyword } = mistake;
  return context.neighbours(`${keyword} ${place.pointer} ${at.pointer}`, at.path, () => {
    const { schema } = place;
    const own = isJsonObject(schema) && isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
    if (keyword === 'additionalProperties') return own;
    return [...new Set([...own, ...context.keys().at(at.path)])];
  });
}

function knownWords(key: string, { names, ...known }: KnownNames): string {
  if (names.length === 0) return '';
  if (names.length === 1) return `the only known key is ${JSON.stringify(names[0])}`;
  const quote = (list: readonly string[]): string =>
    listWords(
      list.map((name) => JSON.stringify(name)),
      'and',
    );
  if (names.length <= ALL_UP_TO) return `known are ${quote(names)}`;
  return `nearest of ${names.length} known keys are ${quote(nearestNames(key, { names, ...known }, NEAREST))}`;
}
