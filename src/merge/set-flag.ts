import type { FlagKind } from './apply-flag.ts';

/** One `--set…` flag. */
export interface SetFlag {
  readonly kind: FlagKind;
  readonly text: string;
}
