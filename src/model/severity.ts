/** `error`: refused or certain to break; `warning`: likely to hurt; `info`: no effect, or a reminder. */
export type Severity = 'error' | 'warning' | 'info';

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Positive when `a` is worse than `b`, zero when equal: a sort comparator from mild to grave. */
export function compareSeverity(a: Severity, b: Severity): number {
  return RANK[a] - RANK[b];
}
