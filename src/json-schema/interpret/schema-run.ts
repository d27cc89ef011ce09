import { toPointer } from '../../model/json-pointer.ts';
import type { ValidationError } from '../validate-function.ts';

const SILENT: ValidationError = { keyword: '', instancePath: '', schemaPath: '', params: {} };

/** One validation: where it is in the data, and what it found so far. */
export class SchemaRun {
  /** The keys that lead to the value at hand. */
  readonly path: (string | number)[] = [];
  readonly errors: ValidationError[] = [];
  /** The key whose name is being checked. */
  propertyName: string | undefined;
  /** Above zero where only the number of errors matters. */
  silent = 0;

  /** Notes that the value at hand breaks a keyword. */
  fail(keyword: string, schemaPath: string, params: Readonly<Record<string, unknown>>): void {
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

  /** Whether the check passes on the value at hand. What it finds is forgotten. */
  passes(check: Check, data: unknown): boolean {
    const before = this.errors.length;
    this.silent++;
    check(data, this);
    this.silent--;
    const passes = this.errors.length === before;
    this.errors.length = before;
    return passes;
  }

  /** The check on a value of the list or map at hand. */
  below(key: string | number, check: Check, data: unknown): void {
    this.path.push(key);
    check(data, this);
    this.path.pop();
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
  /** The check of a schema below: `below('properties', 'image')`. It is made when it first runs. */
  below(...keys: readonly (string | number)[]): Check;
  /** The expression that a pattern of the schema means. */
  pattern(text: string): RegExp;
}

/** The check of one keyword, of the group of keywords that it belongs to; undefined when it says nothing by itself. */
export type KeywordCheck = (part: SchemaPart) => Check | undefined;
