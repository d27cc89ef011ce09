import type { References } from '../json-schema/references.ts';
import type { SchemaCheckName } from '../model/check-id.ts';
import type { EntryPart } from '../model/entry-part.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Mend } from '../model/mend.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { Choices } from './choices.ts';
import type { KeyIndex } from './key-index.ts';
import type { KeyNeighbours } from './key-neighbours.ts';
import type { Mistake } from './mistake.ts';
import type { Wording } from './wording.ts';

/** What a message is made of. */
export interface Description {
  /** After `schema/`. */
  readonly rule: SchemaCheckName | 'forbidden-global';
  /** What is wrong, without the full stop: `service.port is "http" (a string), but the chart expects an integer`. */
  readonly statement: string;
  /** What the author of the schema says about the value. */
  readonly about?: string | undefined;
  /** What to do, as whole sentences. */
  readonly advice?: string | undefined;
  /** Whether quotes, or none, are what helps. */
  readonly quotes?: boolean;
  /** What the advice says, as a change of the value. */
  readonly mend?: Mend | undefined;
  /** What would do instead, for lists of alternatives: `an integer`. */
  readonly wanted?: string | undefined;
  /** Where, when it is not the mistake's own value. */
  readonly at?: ValuesPath;
  /** Sets of missing keys of which one is enough. */
  readonly alternatives?: readonly (readonly ValuesPath[])[];
  readonly part?: EntryPart;
  /** What becomes of it, instead of who refuses it; none when it is empty. */
  readonly effect?: string;
  /** The chart works without noticing, unless Helm enforces the schema. */
  readonly silent?: boolean;
}

export interface DescriptionContext {
  readonly wording: Wording;
  readonly references: References;
  /** Where keys are known in the whole schema; computed when first asked. */
  keys(): KeyIndex;
  /** What a schema allows, made ready once for each list. */
  choices(allowed: readonly JsonValue[]): Choices;
  /** The keys of a map and around it, computed once for the name. */
  neighbours(name: string, path: ValuesPath, keys: () => readonly string[]): KeyNeighbours;
}

export type Describe = (mistake: Mistake, context: DescriptionContext) => Description;
