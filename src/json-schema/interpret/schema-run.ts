import { toPointer } from '../../model/json-pointer.ts';
import { LIMITS } from '../../model/limits.ts';
import type { ValidationError } from '../validate-function.ts';
import { Evaluated } from './evaluated.ts';
import { SchemaLimit } from './schema-limit.ts';

const SILENT: ValidationError = { keyword: '', instancePath: '', schemaPath: '', params: {} };

/** One validation: where it is in the data, and what it found so far. */
export class SchemaRun {
  /** The keys that lead to the value at hand. */
  readonly path: (string | number)[] = [];
  readonly errors: ValidationError[] = [];
  /** The URIs of the resources on the way here; dynamic references look for their target from the outermost on. */
  readonly scope: string[] = [];
  /** The key whose name is being checked. */
  propertyName: string | undefined;
  /** How far in the data the value at hand is; the name of a key is one further than the map. */
  level = 0;
  /** Above zero where only the number of errors matters. */
  silent = 0;
  /** How many references were followed. */
  steps = 0;
  #matched = 0;
  /** What checks said about data, in runs that follow many references. */
  readonly verdicts = new Map<Check, Map<unknown, boolean>>();
  /** What was looked at of the value at hand, while somebody asks. */
  evaluated: Evaluated | undefined;

  /** Counts the matching of a key against so many patterns. Throws a SchemaLimit. */
  matching(patterns: number): void {
    this.#matched += patterns;
    if (this.#matched > LIMITS.patternTests) throw new SchemaLimit('patternTests');
  }

  /** Notes that the value at hand breaks a keyword. Throws a SchemaLimit when there are too many. */
  fail(keyword: string, schemaPath: string, params: Readonly<Record<string, unknown>>): void {
    if (this.errors.length >= LIMITS.schemaErrors) throw new SchemaLimit('schemaErrors');
    this.errors.push(
      this.silent > 0
        ? SILENT
        : {
            instancePath: toPointer(this.path),
            schemaPath,
            keyword,
            params,
            ...(this.propertyName === undefined ? {} : { propertyName: this.propertyName }),
          },
    );
  }

  /** Whether the check passes on the value at hand; what a failing one looked at does not count. Its errors stay. */
  attempt(check: Check, data: unknown): boolean {
    const before = this.errors.length;
    const outer = this.evaluated;
    if (outer !== undefined) this.evaluated = new Evaluated();
    check(data, this);
    const passes = this.errors.length === before;
    if (outer !== undefined && passes) outer.add(this.evaluated!);
    this.evaluated = outer;
    return passes;
  }

  /** Whether the check passes on the value at hand. The errors that it finds are forgotten. */
  passes(check: Check, data: unknown): boolean {
    const before = this.errors.length;
    this.silent++;
    const passes = this.attempt(check, data);
    this.silent--;
    this.errors.length = before;
    return passes;
  }

  /** The check on a value of the list or map at hand. */
  below(key: string | number, check: Check, data: unknown): void {
    const { evaluated } = this;
    this.evaluated = undefined;
    this.level++;
    this.path.push(key);
    check(data, this);
    this.path.pop();
    this.level--;
    this.evaluated = evaluated;
  }

  /** The check on the name of a key of the map at hand. */
  name(key: string, check: Check): void {
    const { evaluated, propertyName } = this;
    this.evaluated = undefined;
    this.level++;
    this.propertyName = key;
    check(key, this);
    this.propertyName = propertyName;
    this.level--;
    this.evaluated = evaluated;
  }
}

/** Adds what is wrong with the data to the errors of the run. */
export type Check = (data: unknown, run: SchemaRun) => void;

/** All checks, one after the other; where only the verdict matters, up to the first that fails. */
export function inTurn(checks: readonly Check[]): Check {
  const [only] = checks;
  if (checks.length === 1 && only !== undefined) return only;
  return (data, run) => {
    const before = run.errors.length;
    for (const check of checks) {
      check(data, run);
      if (run.silent > 0 && run.errors.length > before) return;
    }
  };
}

/** A schema during interpretation, as its keywords see it. */
export interface SchemaPart {
  readonly schema: Readonly<Record<string, unknown>>;
  /** Where it is written: `#/properties/image`. */
  readonly pointer: string;
  /** Whether the dialect asks what no keyword has looked at. */
  readonly tracks: boolean;
  /** The check of a schema below: `below('properties', 'image')`. It is made when it first runs. */
  below(...keys: readonly (string | number)[]): Check;
  /** The same, made at once: for values that are there. */
  now(...keys: readonly (string | number)[]): Check;
  /** The expression that a pattern of the schema means. */
  pattern(text: string): Pattern;
}

/** What a pattern of a schema is made into. */
export interface Pattern {
  test(text: string): boolean;
}

/** The check of one keyword, of the group of keywords that it belongs to; undefined when it says nothing by itself. */
export type KeywordCheck = (part: SchemaPart) => Check | undefined;
