import type { LIMITS } from '../../model/limits.ts';

/** Thrown when applying a schema takes more than it may. */
export class SchemaLimit extends Error {
  readonly limit: keyof typeof LIMITS;

  constructor(limit: keyof typeof LIMITS) {
    super(`the limit "${limit}" is reached`);
    this.limit = limit;
  }
}
