import type { ValuesPath } from './values-path.ts';

/** One text, number or boolean of the effective values. */
export interface ScalarRole {
  readonly path: ValuesPath;
  readonly value: string | number | boolean;
}
