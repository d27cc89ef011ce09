import type { GoFunction } from '../../value/go-value.ts';
import { PRINT_FUNCTIONS } from '../print-functions.ts';
import { comparison } from './comparison.ts';
import { escaping } from './escaping.ts';
import { indexing } from './indexing.ts';
import { logic } from './logic.ts';

/** The functions that Go's text/template itself has. */
export const goBuiltins: readonly GoFunction[] = [
  ...comparison,
  ...indexing,
  ...logic,
  ...PRINT_FUNCTIONS,
  ...escaping,
];
