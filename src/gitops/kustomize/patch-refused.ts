import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';

/** A patch that `kustomize build` stops at. */
export class PatchRefused extends Error {
  readonly span: Span;
  readonly statement: Statement;

  constructor(span: Span, statement: Statement) {
    super(statement.problem);
    this.span = span;
    this.statement = statement;
  }
}
