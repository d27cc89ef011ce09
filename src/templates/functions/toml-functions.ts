import type { EntryMark } from '../text/entry-mark.ts';
import { entryOrigins } from '../text/entry-origins.ts';
import { writeToml } from '../text/toml/write-toml.ts';
import { GoError } from '../value/go-error.ts';
import type { GoFunction, GoValue } from '../value/go-value.ts';

function writing(name: string, isStrict: boolean): GoFunction {
  return {
    name,
    params: ['interface {}'],
    result: 'string',
    call([value], context) {
      const text = written(value, isStrict);
      context.spend(text.length);
      return text;
    },
    origin({ args: [value], origins: [own], result }) {
      const marks: EntryMark[] = [];
      const isWritten = written(value, isStrict, (mark) => marks.push(mark)) === result;
      return entryOrigins(result as string, value, own, isWritten ? marks : []);
    },
  };
}

/** `toToml` gives the text of an error; panics of reflection stop the template, and a value that holds itself stops Helm. */
function written(value: GoValue, isStrict: boolean, onEntry?: (mark: EntryMark) => void): string {
  try {
    return writeToml(value, onEntry);
  } catch (error) {
    if (
      isStrict ||
      !(error instanceof GoError) ||
      error.kind === 'nesting' ||
      error.message.startsWith('reflect:')
    )
      throw error;
    return error.message;
  }
}

/** TOML as Helm writes it. What reads TOML is in a file of its own, for the library that it needs. */
export const TOML_FUNCTIONS: readonly GoFunction[] = [writing('toToml', false)];

/** What only Helm 4 has. */
export const HELM_4_TOML_FUNCTIONS: readonly GoFunction[] = [writing('mustToToml', true)];
