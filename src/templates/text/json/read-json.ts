import { isJsonObject, type JsonValue } from '../../../model/json-value.ts';
import type { GoValue } from '../../value/go-value.ts';
import { goList, goMap } from '../../value/make-value.ts';
import { jsonProblem } from './json-problem.ts';

/** What was read; `problem` is the text of Go's error. There can be both: a number that is too large is only left out. */
export interface ReadJson {
  readonly value: GoValue;
  readonly problem: string | undefined;
}

/** `json.Unmarshal` of Go into an `interface {}`. */
export function readJson(text: string): ReadJson {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(text) as JsonValue;
  } catch {
    return { value: undefined, problem: jsonProblem(text) };
  }
  // Of the wrong type before it is too large.
  if (typeof parsed === 'number' && !Number.isFinite(parsed))
    return { value: parsed, problem: problemOf(text) };
  let problem: string | undefined;
  const convert = (json: JsonValue): GoValue => {
    if (typeof json === 'string') return withoutHalves(json);
    if (Array.isArray(json)) return goList(json.map(convert));
    if (isJsonObject(json))
      return goMap(new Map(Object.entries(json).map(([key, entry]) => [withoutHalves(key), convert(entry)])));
    if (typeof json !== 'number' || Number.isFinite(json)) return json;
    problem ??= problemOf(text);
    return null;
  };
  return { value: convert(parsed), problem };
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD. */
function withoutHalves(text: string): string {
  return text.replace(HALF, '\ufffd');
}

function problemOf(text: string): string {
  return `json: cannot unmarshal number ${tooLarge(text)} into Go value of type float64`;
}

/** The first number of the text that no float64 holds. */
function tooLarge(text: string): string {
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*/gs))
    if (!found.startsWith('"') && !Number.isFinite(Number(found))) return found;
  return '';
}

/** What Go calls the type of a JSON value in its errors. */
export function jsonTypeName(value: GoValue): string {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'object' && value !== null && value.go === 'list' ? 'array' : 'object';
}
