import { isJsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import { authorsMessage } from './authors-message.ts';
import type { Describe } from './description.ts';
import { ownWords } from './own-words.ts';
import { schemaWords } from './schema-words.ts';
import { quoteValue } from './value-words.ts';
import { shortDescription } from './wording.ts';

/** A schema that accepts nothing: the value must not be there at all. */
export const describeForbidden: Describe = ({ at, trail }, { wording }) => {
  const why = shortDescription(trail);
  return {
    rule: 'forbidden',
    wanted: 'nothing',
    statement: `${wording.path(at.path)} must not be set`,
    about: why === undefined ? undefined : `${why}.`,
    advice: 'Remove it.',
  };
};

/** The value is what it must not be. */
export const describeNot: Describe = (mistake, { wording, references }) => {
  const { at, place, trail } = mistake;
  const path = wording.path(at.path);
  const not = references.step(place, 'not');
  const why = shortDescription(trail);
  const about = why === undefined ? undefined : `${why}.`;
  const rule = 'not';
  const { schema } = not;
  if (schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0)) {
    return {
      rule: 'forbidden',
      wanted: 'nothing',
      statement: `${path} must not be set`,
      about,
      advice: 'Remove it.',
    };
  }
  if (isJsonObject(schema)) {
    const together = requiredOnly(schema);
    if (together !== undefined) {
      const keys = together.map((key) => wording.path([...at.path, key]));
      return keys.length === 1
        ? {
            rule,
            statement: `${keys[0]} must not be set`,
            about,
            advice: 'Remove it.',
            at: [...at.path, together[0]!],
          }
        : {
            rule,
            statement: `${listWords(keys, 'and')} must not be set together`,
            about,
            advice: 'Remove one of them.',
          };
    }
    const each = Array.isArray(schema.anyOf) ? schema.anyOf.map((branch) => requiredOnly(branch)) : [];
    if (each.length > 0 && each.every((keys) => keys?.length === 1)) {
      const set = each
        .flatMap((keys) => keys ?? [])
        .filter((key) => isJsonObject(at.value) && Object.hasOwn(at.value, key));
      const keys = set.map((key) => wording.path([...at.path, key]));
      return { rule, statement: `${listWords(keys, 'and')} must not be set`, about, advice: 'Remove it.' };
    }
    if (at.value === '') return { rule, statement: `${path} must not be empty`, about };
    if (schema.const !== undefined || Array.isArray(schema.enum)) {
      return { rule, statement: `${path} must not be ${wording.value(at.path, at.value)}`, about };
    }
  }
  const words = wording.secret(at.path) ? undefined : schemaWords(not, references);
  return {
    rule,
    statement:
      words === undefined
        ? `${path} is ${wording.value(at.path, at.value)}, which is not allowed`
        : `${path} is ${wording.value(at.path, at.value)}, but must not be ${words}`,
    about,
  };
};

function requiredOnly(schema: unknown): string[] | undefined {
  if (!isJsonObject(schema) || !Array.isArray(schema.required)) return undefined;
  const others = Object.keys(schema).filter(
    (key) => !['required', 'type', 'description', 'title'].includes(key),
  );
  return others.length === 0 ? (schema.required as string[]) : undefined;
}

/** Too few items, or too many, are as the schema wants some of them to be. */
export const describeContains: Describe = ({ at, place, params }, { wording, references }) => {
  const words = schemaWords(references.step(place, 'contains'), references);
  const least = Number(params.minContains ?? 1);
  const most = params.maxContains === undefined ? undefined : Number(params.maxContains);
  const count = (n: number): string => `${n} ${n === 1 ? 'item' : 'items'}`;
  const wanted =
    most === undefined
      ? `at least ${count(least)}`
      : least === most
        ? `exactly ${count(most)}`
        : `${least} to ${count(most)}`;
  const singular = (most ?? least) === 1;
  const like =
    words === undefined ? ' as the schema describes' : singular ? ` that is ${words}` : `, each ${words}`;
  return {
    rule: 'contains',
    wanted: `a list of ${wanted}${like}`,
    statement: `${wording.path(at.path)} is a list of ${count(Array.isArray(at.value) ? at.value.length : 0)}, ${wording.expects(`${wanted}${like}`, 'hold')}`,
  };
};

/** A key whose very name is wrong. */
export const describeKeyName: Describe = ({ at, place, params }, { wording, references }) => {
  const key = String(params.propertyName);
  const names = references.step(place, 'propertyNames');
  const words = schemaWords(names, references);
  const own = authorsMessage(names, 'pattern', params, key);
  const said = own === undefined ? undefined : ownWords(own);
  const where = at.path.length === 0 ? '' : ` in ${wording.path(at.path)}`;
  return {
    rule: 'property-names',
    wanted: 'a map with other keys',
    statement: `the key ${quoteValue(key)}${where}${said === undefined ? ' has a name that is not allowed' : `: ${said.wrong}`}`,
    about: said?.about,
    advice: said === undefined ? keyAdvice(words, shortDescription([names], 110)) : said.advice,
    at: [...at.path, key],
    part: 'key',
  };
};

function keyAdvice(words: string | undefined, why: string | undefined): string | undefined {
  if (words?.startsWith('text that matches ') === true) return `Keys must match ${words.slice(18)}.`;
  if (words !== undefined) return `Keys must be ${words}.`;
  return why === undefined ? undefined : `${why}.`;
}
