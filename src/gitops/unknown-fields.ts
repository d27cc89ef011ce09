import type { Finding } from '../model/finding.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Placed } from '../model/placed.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { FieldShape, FieldTree } from './field-tree.ts';
import { manifestFinding } from './manifest-finding.ts';

/** What a tool says about fields that it does not know. */
export interface FieldWords {
  /** `Flux`. */
  readonly tool: string;
  /** What becomes of such a field. */
  readonly why: string;
  /** Fields that are known to stand elsewhere, or to be gone: what to write instead, by their path (`spec.crds`). */
  readonly instead: Readonly<Record<string, string>>;
  /** Where the values of the chart belong: `spec.values`. */
  readonly values: string;
}

/**
 * The fields below `at` that are not in the tree, or not of its shape. What looks like a slip, is known to belong elsewhere, or is a key of the
 * chart (`keys`) is an error. Others may be newer than what is known here: only in items of lists, of which little is new, they are warnings.
 */
export function unknownFields(
  placed: Placed,
  at: ValuesPath,
  tree: FieldTree,
  words: FieldWords,
  keys: ReadonlySet<string> = new Set(),
): Finding[] {
  const value = valueAt(placed.data, at);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, held]): Finding[] => {
    const path = [...at, key];
    const shape = Object.hasOwn(tree, key) ? tree[key] : undefined;
    return shape === undefined
      ? unknown(placed, path, tree, words, keys)
      : ofShape(placed, path, held, shape, words, keys);
  });
}

function unknown(
  placed: Placed,
  path: ValuesPath,
  tree: FieldTree,
  words: FieldWords,
  keys: ReadonlySet<string>,
): Finding[] {
  const key = String(path.at(-1));
  const shown = shownPath(path);
  const instead = words.instead[shown];
  const near = instead === undefined ? nearestName(key, knownNames(Object.keys(tree)), 'slip') : undefined;
  const isSure = instead !== undefined || near !== undefined || isOwn(key) || keys.has(key);
  if (!isSure && !path.some((one) => typeof one === 'number')) return [];
  const help =
    instead ??
    (near !== undefined
      ? `Did you mean "${near}"?`
      : isSure
        ? `Values of the chart belong under ${words.values}.`
        : undefined);
  return [
    manifestFinding('unknown-field', isSure ? 'error' : 'warning', placed.locate(path, 'key'), {
      problem: `${words.tool} has no field "${shown}"`,
      why: words.why,
      ...(help === undefined ? {} : { help }),
    }),
  ];
}

function ofShape(
  placed: Placed,
  path: ValuesPath,
  held: JsonValue,
  shape: FieldShape,
  words: FieldWords,
  keys: ReadonlySet<string>,
): Finding[] {
  // What is filled in later may be anything.
  if (shape === true || held === null || (typeof held === 'string' && /[{\uE000]/.test(held))) return [];
  if (shape === 'map') return isJsonObject(held) ? [] : [wrongShape(placed, path, held, 'map')];
  if (typeof shape === 'string' && shape !== 'list') return ofWords(placed, path, held, shape);
  if (shape !== 'list' && !isList(shape)) return unknownFields(placed, path, shape, words, keys);
  if (!Array.isArray(held)) return [wrongShape(placed, path, held, 'list')];
  return shape === 'list'
    ? []
    : held.flatMap((_, i) => unknownFields(placed, [...path, i], shape[0], words, keys));
}

function wrongShape(placed: Placed, path: ValuesPath, held: JsonValue, wanted: 'list' | 'map'): Finding {
  const what = isJsonObject(held) ? 'a map' : Array.isArray(held) ? 'a list' : 'a single value';
  return manifestFinding(
    wanted === 'list' ? 'values-not-a-list' : 'values-not-a-map',
    'error',
    placed.locate(path, 'value'),
    {
      problem: `${shownPath(path)} is ${what}, and has to be a ${wanted}`,
      why: 'The whole manifest is refused with it.',
      help:
        wanted === 'list'
          ? 'Write each entry on a line of its own, with "- " in front.'
          : 'Write NAME: VALUE on a line for each.',
    },
  );
}

function ofWords(placed: Placed, path: ValuesPath, held: JsonValue, shape: string): Finding[] {
  const known = shape.slice(1).split(' ');
  if (typeof held === 'string' && known.includes(held)) return [];
  const near = nearestName(String(held), knownNames(known), 'slip');
  return [
    manifestFinding('unknown-word', 'error', placed.locate(path, 'value'), {
      problem: `${shownPath(path)} is "${String(held).slice(0, 30)}", and may be ${listWords(known, 'or')}`,
      why: 'The whole manifest is refused with it.',
      help: near === undefined ? 'Write one of these, as they are spelled here.' : `Did you mean "${near}"?`,
    }),
  ];
}

function shownPath(path: ValuesPath): string {
  return path.filter((one) => typeof one === 'string').join('.');
}

function isList(shape: FieldTree | readonly [FieldTree]): shape is readonly [FieldTree] {
  return Array.isArray(shape);
}

/** Values of Helm are about nothing else: what stands beside them by one of these names was meant for them. */
function isOwn(key: string): boolean {
  return /^(?:values?|helm|chart|set|parameters)$/i.test(key);
}
