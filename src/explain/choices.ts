import type { JsonValue } from '../model/json-value.ts';
import { type KnownNames, knownNames } from '../model/nearest-name.ts';

/** The values that a schema allows, each once; made ready once for all values that are none of them. */
export interface Choices {
  readonly values: readonly JsonValue[];
  /** Those that are texts. */
  readonly names: KnownNames;
  /** The same, to ask whether one is there. */
  readonly texts: ReadonlySet<string>;
  /** How those that are no texts are written. */
  readonly written: ReadonlySet<string>;
}

export function choicesOf(allowed: readonly JsonValue[]): Choices {
  const values = [...new Map(allowed.map((value) => [JSON.stringify(value), value])).values()];
  const names = values.filter((value) => typeof value === 'string');
  return {
    values,
    names: knownNames(names),
    texts: new Set(names),
    written: new Set(values.filter((value) => typeof value !== 'string').map(String)),
  };
}
