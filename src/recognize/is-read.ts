import type { ValuesPath } from '../model/values-path.ts';

/** Tells whether the release reads a value: a rule about what nobody reads would be wrong. */
export type IsRead = (path: ValuesPath) => boolean;
