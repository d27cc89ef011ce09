import { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import type { ValidationError } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonValue } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import { type Limits, raiseLimit } from '../model/user-limits.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { attachErrors } from './attach-errors.ts';
import { type Choices, choicesOf } from './choices.ts';
import { describeConditions } from './describe-condition.ts';
import { describeMistake } from './describe-mistake.ts';
import { describeMisspelledKey, unknownKey } from './describe-unknown-key.ts';
import type { Description, DescriptionContext } from './description.ts';
import { distinctErrors } from './distinct-errors.ts';
import { type FailingValue, indexErrors } from './index-errors.ts';
import { indexKeys, type KeyIndex } from './key-index.ts';
import { type KeyNeighbours, keyNeighbours } from './key-neighbours.ts';
import { mergeMistakes } from './merge-mistakes.ts';
import type { Mistake } from './mistake.ts';
import type { SchemaFact } from './schema-fact.ts';
import type { SchemaMemory } from './schema-memory.ts';
import { settleFailures } from './settle-failures.ts';
import { createWording, type Wording } from './wording.ts';

/** Characters; what does not fit beside the mistake itself is told after it. */
const LONGEST_PROBLEM = 100;

export interface ExplainOptions {
  /** Whether Helm itself refuses values that break the schema (the chart ships it), or only chartlint knows it. */
  readonly enforcedByHelm: boolean;
  /** Who reads the values when it is not a chart: chartlint reads its configuration. */
  readonly reader?: 'chartlint';
  /** Whether the value at the path must not be shown. */
  secretAt(path: ValuesPath): boolean;
  /** The number at the path as the user wrote it, where that is known: `1.20`. */
  writtenAt?(path: ValuesPath): string | undefined;
  /** The documents that the schema's references name, by their absolute URI. */
  readonly documents?: ReadonlyMap<string, JsonSchema>;
  /** What is known of the schema from other values; nothing without it. */
  readonly memory?: SchemaMemory | undefined;
  /** The usual without it. */
  readonly limits?: Pick<Limits, 'schemaFindings'>;
}

/**
 * The errors of a validator as facts for people, one per mistake. Takes ajv's plain errors, the schema they come from and
 * the data; at least one fact when there is at least one error.
 */
export function explainErrors(
  errors: readonly ValidationError[],
  schema: JsonSchema,
  data: unknown,
  options: ExplainOptions,
): SchemaFact[] {
  const memory = options.memory ?? {};
  memory.references ??= new References(schema, { load: (uri) => options.documents?.get(uri) });
  const { references } = memory;
  const distinct = distinctErrors(errors);
  const root = indexErrors(distinct, data);
  const mistakes = findMistakes(distinct, references, root);

  const context = createContext(createWording(options), references, memory);
  const all = mergeMistakes(mistakes);
  const { schemaFindings: most } = options.limits ?? LIMITS;
  const merged = all.slice(0, most);
  const missing = missingKeys(merged);
  const facts: SchemaFact[] = [];
  const meant = new Set<Mistake>();
  for (const mistake of merged) {
    const intended = misspelled(mistake, missing);
    if (intended === undefined) continue;
    meant.add(intended);
    meant.add(mistake);
    const key = String(intended.params.missingProperty);
    facts.push(toFact(describeMisspelledKey(mistake, context, key), intended, context));
  }
  for (const mistake of merged) {
    if (!meant.has(mistake)) facts.push(toFact(describeMistake(mistake, context), mistake, context));
  }
  if (all.length > merged.length) facts.push(more(all.length, most));
  return facts;
}

/** Nobody reads so many, and each takes its time to be put into words. */
function more(count: number, most: number): SchemaFact {
  return {
    rule: 'schema/invalid',
    severity: 'warning',
    at: [],
    problem: `The schema finds ${count} mistakes in these values, of which ${most} are told (limit "schemaFindings")`,
    why: 'The others are not reported.',
    help: raiseLimit('schemaFindings'),
  };
}

function createContext(wording: Wording, references: References, memory: SchemaMemory): DescriptionContext {
  const index = (): KeyIndex => {
    memory.keys ??= indexKeys(references);
    return memory.keys;
  };
  memory.neighbours ??= new Map();
  const ready = memory.neighbours;
  const known = new Map<string, KeyNeighbours>();
  const choices = new Map<readonly JsonValue[], Choices>();
  return {
    wording,
    references,
    keys: index,
    choices(allowed) {
      const before = choices.get(allowed) ?? choicesOf(allowed);
      choices.set(allowed, before);
      return before;
    },
    neighbours(name, path, own) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const make = ready.get(name) ?? keyNeighbours(path, own(), index());
      const neighbours = make();
      ready.set(name, make);
      known.set(name, neighbours);
      return neighbours;
    },
  };
}

function findMistakes(
  errors: readonly ValidationError[],
  references: References,
  root: FailingValue,
): Mistake[] {
  try {
    const { failures, unreached } = attachErrors(references, root, errors);
    const mistakes = settleFailures(failures, references.root, root);
    return [...mistakes, ...withoutPlace(unreached, root, mistakes)];
  } catch (error) {
    // Values nested thousands of levels deep: the schema cannot be walked along, but each error still has its place.
    if (error instanceof RangeError) return [...withoutPlace(errors, root, [])];
    throw error;
  }
}

function toFact(description: Description, mistake: Mistake, context: DescriptionContext): SchemaFact {
  const { wording } = context;
  const at = description.at ?? mistake.at.path;
  const ownWords = mistake.message !== undefined;
  const reason = describeConditions(mistake.conditions, at, context);
  const because = ownWords || description.part === 'key' ? '' : reason.words;
  const whole = `${description.statement}${because}`;
  const isShort = whole.length <= LONGEST_PROBLEM;
  const why = [
    isShort || because === '' ? '' : `That is so${because}.`,
    description.about ?? '',
    description.effect ?? wording.effect ?? '',
  ].filter((sentence) => sentence !== '');
  return {
    rule: `schema/${description.rule}`,
    severity: description.silent === true && !wording.enforcedByHelm ? 'warning' : 'error',
    at,
    ...(description.part === undefined ? {} : { part: description.part }),
    problem: isShort ? whole : description.statement,
    ...(why.length === 0 ? {} : { why: why.join(' ') }),
    ...(description.advice === undefined ? {} : { help: description.advice }),
    ...(description.quotes === true ? { quotes: true } : {}),
    ...(description.mend === undefined ? {} : { mend: description.mend }),
    ...(reason.related.length === 0 ? {} : { related: reason.related }),
    ...(description.alternatives === undefined ? {} : { alternatives: description.alternatives }),
    ...(mistake.coveredBy === undefined ? {} : { coveredBy: mistake.coveredBy }),
  };
}

/** The missing keys of each map, by the map's pointer and the key. */
function missingKeys(mistakes: readonly Mistake[]): Map<string, Map<string, Mistake>> {
  const missing = new Map<string, Map<string, Mistake>>();
  for (const mistake of mistakes) {
    if (mistake.keyword !== 'required' || mistake.message !== undefined) continue;
    const keys = missing.get(mistake.at.pointer) ?? new Map<string, Mistake>();
    missing.set(mistake.at.pointer, keys.set(String(mistake.params.missingProperty), mistake));
  }
  return missing;
}

/** The missing key that the unknown one was meant to be; each missing key is meant once. */
function misspelled(mistake: Mistake, missing: Map<string, Map<string, Mistake>>): Mistake | undefined {
  if (mistake.keyword !== 'additionalProperties' && mistake.keyword !== 'unevaluatedProperties')
    return undefined;
  const keys = missing.get(mistake.at.pointer);
  if (keys === undefined || keys.size === 0) return undefined;
  const name = nearestName(unknownKey(mistake), knownNames([...keys.keys()]));
  const intended = name === undefined ? undefined : keys.get(name);
  if (name !== undefined) keys.delete(name);
  return intended;
}

/**
 * Errors that the walk did not reach, because they come through a reference that could not be followed: told without
 * their surroundings, one per value, where nothing else is told.
 */
function* withoutPlace(
  errors: readonly ValidationError[],
  root: FailingValue,
  told: readonly Mistake[],
): Iterable<Mistake> {
  const known = new Set(told.map(({ at }) => at.pointer));
  for (const error of errors) {
    if (error.propertyName !== undefined || ['if', 'allOf', '$ref'].includes(error.keyword)) continue;
    if (known.has(error.instancePath)) continue;
    known.add(error.instancePath);
    const at = valueAtPointer(root, error.instancePath);
    const place = unknownPlace(error);
    yield { keyword: error.keyword, at, place, trail: [], params: error.params, conditions: [] };
  }
  if (errors.length > 0 && known.size === 0) {
    const [error] = errors;
    const place = unknownPlace(error!);
    yield { keyword: error!.keyword, at: root, place, trail: [], params: error!.params, conditions: [] };
  }
}

function unknownPlace({ schemaPath }: ValidationError): SchemaPlace {
  return { schema: undefined, pointer: schemaPath, base: '', dialect: '2020-12' };
}

function valueAtPointer(root: FailingValue, pointer: string): FailingValue {
  let node = root;
  for (const key of parsePointer(pointer)) node = node.children.get(key) ?? node;
  return node;
}
