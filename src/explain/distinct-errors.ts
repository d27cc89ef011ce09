import type { ValidationError } from '../json-schema/validate-function.ts';

/** The errors, each once: references that lead to a schema by several ways give each of its errors several times. */
export function distinctErrors(errors: readonly ValidationError[]): readonly ValidationError[] {
  if (errors.length < 2) return errors;
  const seen = new Set<string>();
  return errors.filter((error) => {
    const identity = identityOf(error);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** The place in the values, the keyword in the schema, and the key that is meant; all else follows from these. */
function identityOf({ instancePath, schemaPath, propertyName, params }: ValidationError): string {
  const key =
    params.missingProperty ??
    params.additionalProperty ??
    params.unevaluatedProperty ??
    params.propertyName ??
    null;
  return JSON.stringify([instancePath, schemaPath, propertyName, key, params.property]);
}
