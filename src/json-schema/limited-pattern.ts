import { boundedPattern } from '../patterns/bounded-pattern.ts';
import { SchemaLimit } from './interpret/schema-limit.ts';
import type { Pattern } from './interpret/schema-run.ts';
import { regularExpression } from './regular-expression.ts';

/**
 * A pattern of a schema that anybody may have written. Its `test` throws a SchemaLimit where an answer takes too long.
 * @throws SyntaxError when neither Go nor JavaScript could read it.
 */
export function limitedPattern(pattern: string): Pattern {
  const bounded = boundedPattern(regularExpression(pattern));
  return {
    test: (text) => {
      const matches = bounded.test(text);
      if (matches === undefined) throw new SchemaLimit('patternWork');
      return matches;
    },
  };
}
