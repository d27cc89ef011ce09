import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { FlagWord } from './flag-cursor.ts';
import { FlagError } from './flag-problem.ts';
import type { FlagSegment } from './flag-segment.ts';

/** A name without a value behind it. */
export function noValue(word: FlagWord): FlagError {
  const { text, start, end } = word;
  if (word.stop === undefined) {
    const said = {
      problem: `"${text}" has no value`,
      help: `Write ${text}=VALUE, or ${text}= for an empty text.`,
    };
    return new FlagError(said, start, end);
  }
  if (text === '') {
    const said = {
      problem: 'Nothing stands before this comma',
      help: 'Remove it, or write \\, for a comma inside a value.',
    };
    return new FlagError(said, end, end + 1);
  }
  const said = {
    problem: `"${text}" has no value`,
    help: `Write ${text}=VALUE; for a comma inside the value before it write \\,.`,
  };
  return new FlagError(said, start, end);
}

/** Go panics on these ("interface conversion"), and reports the panic as "unable to parse key". */
export function notA(wanted: 'map' | 'list', value: JsonValue, path: readonly FlagSegment[]): FlagError {
  const { name, start, end } = path.at(-1)!;
  const found =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : isJsonObject(value)
          ? 'a map'
          : `a ${typeof value}`;
  const use = wanted === 'map' ? `${name}.KEY` : `${name}[0]`;
  const said = {
    problem: `"${use}" cannot be set: a values file or an earlier flag sets "${name}" to ${found}`,
    help: `Set "${name}" as a whole with --set-json, or change it in the file.`,
  };
  return new FlagError(said, start, end);
}
