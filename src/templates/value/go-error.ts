import type { FailureKind } from './failure-kind.ts';

/** What a Go function returns as error, or panics with: its text, without any place. The evaluator adds the place. */
export class GoError extends Error {
  readonly kind: FailureKind;

  constructor(message: string, kind: FailureKind = 'function') {
    super(message);
    this.kind = kind;
  }
}
