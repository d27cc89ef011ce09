import type { EntryMark } from '../text/entry-mark.ts';
import { entryOrigins } from '../text/entry-origins.ts';
import { jsonTypeName, readJson } from '../text/json/read-json.ts';
import { type JsonStyle, writeJson } from '../text/json/write-json.ts';
import { GoError } from '../value/go-error.ts';
import type { CallContext, GoFunction, GoValue } from '../value/go-value.ts';
import { goList, goMap, isList, isMap } from '../value/make-value.ts';
import { readingFunction } from './reading-function.ts';

const COMPACT: JsonStyle = { escapesHtml: true };
const RAW: JsonStyle = { escapesHtml: false };
const PRETTY: JsonStyle = { escapesHtml: true, indent: '  ' };

/** Errors stop the template, or give an empty text. */
function writing(name: string, style: JsonStyle, isStrict: boolean): GoFunction {
  return {
    name,
    params: ['interface {}'],
    result: 'string',
    call: ([value], context) => spent(context, written(value, style, isStrict)),
    origin({ args: [value], origins: [own], result }) {
      const marks: EntryMark[] = [];
      written(value, { ...style, onEntry: (mark) => marks.push(mark) }, isStrict);
      return entryOrigins(result as string, value, own, result === '' ? [] : marks);
    },
  };
}

function written(value: GoValue, style: JsonStyle, isStrict: boolean): string {
  try {
    return writeJson(value, style);
  } catch (error) {
    if (isStrict || !(error instanceof GoError)) throw error;
    return '';
  }
}

function spent(context: CallContext, text: string): string {
  context.spend(text.length);
  return text;
}

/** What could be read, and what could not, under the key `Error`. */
function fromJson(text: string): GoValue {
  const { value, problem } = readJson(text);
  if (value === null) return { ...goMap(), isNil: true };
  const map = isMap(value) ? value : goMap();
  const wrong = value === undefined || isMap(value) ? problem : mismatch(value, 'map[string]interface {}');
  if (wrong !== undefined) map.entries.set('Error', wrong);
  return map;
}

function fromJsonArray(text: string): GoValue {
  const { value, problem } = readJson(text);
  if (value === null) return { ...goList([]), isNil: true };
  const wrong = value === undefined || isList(value) ? problem : mismatch(value, '[]interface {}');
  return wrong === undefined ? value : goList([wrong]);
}

function mismatch(value: GoValue, wanted: string): string {
  return `json: cannot unmarshal ${jsonTypeName(value)} into Go value of type ${wanted}`;
}

function mustFromJson(text: string): GoValue {
  const { value, problem } = readJson(text);
  if (problem !== undefined) throw new GoError(problem);
  return value;
}

/** JSON as Go's encoding/json writes and reads it, by the names that Helm and sprig give to it. */
export const JSON_FUNCTIONS: readonly GoFunction[] = [
  writing('toJson', COMPACT, false),
  writing('mustToJson', COMPACT, true),
  writing('toPrettyJson', PRETTY, false),
  writing('mustToPrettyJson', PRETTY, true),
  writing('toRawJson', RAW, true),
  writing('mustToRawJson', RAW, true),
  readingFunction('fromJson', 'map[string]interface {}', fromJson),
  readingFunction('fromJsonArray', '[]interface {}', fromJsonArray),
  readingFunction('mustFromJson', 'interface {}', mustFromJson),
];
