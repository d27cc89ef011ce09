import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { ANNOTATION_SCHEMA } from './annotation-schema.ts';
import { interpretSchema } from './interpret/interpret-schema.ts';
import { References } from './references.ts';
import { regularExpression } from './regular-expression.ts';
import type { SchemaMistake } from './schema-mistake.ts';
import { subschemas } from './subschemas.ts';
import type { ValidationError } from './validate-function.ts';

/** What is wrong with an `x-chartlint`, innermost place first. */
export type AnnotationCheck = (annotation: unknown) => readonly ValidationError[];

/** Checks annotations for their shape. */
export function annotationCheck(): AnnotationCheck {
  const validate = interpretSchema(new References(ANNOTATION_SCHEMA), 'draft-07', regularExpression);
  return (annotation) => (validate(annotation) ? [] : (validate.errors ?? []));
}

/** The annotations of a schema that are not what they should be, one mistake for each key. */
export function annotationMistakes(root: JsonSchema): SchemaMistake[] {
  const mistakes: SchemaMistake[] = [];
  const check = annotationCheck();
  const seen = new Set<unknown>();
  const visit = (schema: unknown, at: readonly string[]): void => {
    if (!isJsonObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const annotation = schema['x-chartlint'];
    if (annotation !== undefined) {
      const told = new Set<string | undefined>();
      for (const error of check(annotation)) {
        const inside = parsePointer(error.instancePath);
        if (told.has(inside[0])) continue;
        told.add(inside[0]);
        mistakes.push({ kind: 'annotation', at: [...at, 'x-chartlint', ...inside], error });
      }
    }
    for (const { schema: part, keys } of subschemas(schema)) visit(part, [...at, ...keys]);
  };
  visit(root, []);
  return mistakes;
}
