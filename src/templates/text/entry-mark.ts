import type { GoList, GoMap } from '../value/go-value.ts';

/**
 * Where an entry stands in a text that was written: its key, its value when that is a scalar or empty, or (told before all that is
 * in it) a container. Offsets are UTF-16 code units.
 */
export interface EntryMark {
  readonly holder: GoMap | GoList;
  readonly key: string | number;
  readonly part: 'key' | 'value' | 'container';
  readonly start: number;
  readonly end: number;
  /** The container. */
  readonly child?: GoMap | GoList;
}
