import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import type { Dialect } from './dialect.ts';
import type { SchemaExamination } from './examine-schema.ts';
import { pathDeeperThan } from './path-deeper-than.ts';
import { reachableParts } from './reachable-parts.ts';
import type { SchemaMistake } from './schema-mistake.ts';
import type { SchemaPlace } from './schema-place.ts';
import type { ValidateFunction, ValidationError } from './validate-function.ts';

/** The schemas for schemas. */
export interface MetaSchemas {
  /** Whether a schema of the dialect is one; ajv made them ahead of time. */
  readonly validators: ReadonlyMap<Dialect, ValidateFunction>;
  /** The schemas for schemas themselves, by URI, for schemas that refer to them. */
  readonly documents: ReadonlyMap<string, JsonSchema>;
}

/** What is wrong with a schema that has been read. */
export function judgeSchema(examined: SchemaExamination, metaSchemas: MetaSchemas): SchemaMistake[] {
  const { schema, read, isKnownDialect } = examined;
  if (read === undefined) {
    const at = isJsonObject(schema) ? pathDeeperThan(schema, LIMITS.schemaDepth) : undefined;
    return [at === undefined ? { kind: 'no schema' } : { kind: 'limit', limit: 'schemaDepth', at }];
  }
  const broken = read.doubtful.flatMap((place) => brokenKeyword(place, metaSchemas) ?? []);
  if (broken.length > 0) return broken;
  const mistakes: SchemaMistake[] = [];
  if (!isKnownDialect) {
    mistakes.push({
      kind: 'dialect',
      at: ['$schema'],
      name: isJsonObject(schema) ? schema.$schema : undefined,
    });
  }
  return [...mistakes, ...lostReferences(examined), ...read.mistakes];
}

/** The most precise of the errors that the schema for schemas finds. */
function brokenKeyword(place: SchemaPlace, { validators }: MetaSchemas): SchemaMistake | undefined {
  const validate = validators.get(place.dialect);
  if (validate === undefined || validate(place.schema)) return undefined;
  const depth = ({ instancePath }: ValidationError): number => instancePath.split('/').length;
  const [error] = [...(validate.errors ?? [])].sort((a, b) => depth(b) - depth(a));
  if (error === undefined) return undefined;
  const around = place.pointer.startsWith('#') ? decodeURIComponent(place.pointer.slice(1)) : '';
  const instancePath = around + error.instancePath;
  return { kind: 'keyword', at: parsePointer(instancePath), error: { ...error, instancePath } };
}

/** What leads to nothing, where a value can meet it. */
function lostReferences({ dangling, unresolved, references }: SchemaExamination): SchemaMistake[] {
  if (dangling.length + unresolved.length === 0) return [];
  const reached = reachableParts(references);
  const isMet = ({ from }: { from: SchemaPlace }): boolean => reached.has(from.schema);
  const uris = [...new Set(unresolved.filter(isMet).map(({ uri }) => uri))];
  return [
    ...dangling
      .filter(isMet)
      .map(({ text, at }): SchemaMistake => ({ kind: 'dangling reference', at, reference: text })),
    ...(uris.length === 0 ? [] : [{ kind: 'unresolved', uris } as const]),
  ];
}
