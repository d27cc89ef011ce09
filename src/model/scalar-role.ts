import type { ValuesPath } from './values-path.ts';

/** One text, number or boolean of the effective values. */
export interface ScalarRole {
  /** Made when asked for: look at the value and the key first. */
  readonly path: ValuesPath;
  /** The last segment of the path. */
  readonly key: string | number;
  readonly value: string | number | boolean;
}
