import type { ValueKind } from './value-kind.ts';

/** How far down a path a layer writes, and what that hides. */
export interface Reach {
  /** The number of leading segments that the layer writes. */
  readonly depth: number;
  /** What the layer has there. */
  readonly kind: ValueKind;
  /** Whether nothing that weaker user layers write at the path counts. */
  readonly hidesUsers: boolean;
  /** Whether nothing that the charts' defaults hold at the path counts. */
  readonly hidesDefaults: boolean;
}
