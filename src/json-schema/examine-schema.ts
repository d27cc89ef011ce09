import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import type { Pattern } from './interpret/schema-run.ts';
import { limitedPattern } from './limited-pattern.ts';
import { pathDeeperThan } from './path-deeper-than.ts';
import { type PatternMistake, type ReadSchema, readSchema, type WrittenReference } from './read-schema.ts';
import { References } from './references.ts';
import { refusedByGo } from './regular-expression.ts';
import type { SchemaOptions } from './schema-options.ts';

/** What one pass over a schema and its references finds. */
export interface SchemaExamination {
  readonly schema: JsonSchema;
  readonly dialect: Dialect;
  /** Whether `$schema` names the dialect, or says nothing. */
  readonly isKnownDialect: boolean;
  readonly references: References;
  /** Undefined for what is no schema at all, or nested too deeply to be read. */
  readonly read: ReadSchema | undefined;
  /** References into documents at hand that lead to nothing there. */
  readonly dangling: readonly WrittenReference[];
  /** References to documents that are not at hand, with their URIs. */
  readonly unresolved: readonly (WrittenReference & { readonly uri: string })[];
  /** The expression that a pattern of the schema means. */
  readonly pattern: (text: string) => Pattern;
  /** It is valid beyond doubt, and all that it refers to is at hand or known to be missing. */
  readonly isSound: boolean;
}

/**
 * Reads a schema without judging it.
 * @param metaSchemas the schemas for schemas, by URI, when the schema refers to them.
 */
export function examineSchema(
  schema: JsonSchema,
  { documents, enforcedByHelm = false, open = new Set() }: SchemaOptions,
  metaSchemas: ReadonlyMap<string, JsonSchema> = new Map(),
): SchemaExamination {
  const named = typeof schema === 'boolean' || isJsonObject(schema) ? dialectOf(schema) : undefined;
  const dialect = named ?? '2020-12';
  const load = (uri: string): JsonSchema | undefined => documents?.get(uri) ?? metaSchemas.get(uri);
  const references = new References(schema, { load });
  const patterns = new Map<string, Pattern>();
  const pattern = (text: string): Pattern => {
    const known = patterns.get(text) ?? limitedPattern(text);
    patterns.set(text, known);
    return known;
  };
  const isReadable =
    (typeof schema === 'boolean' || isJsonObject(schema)) &&
    pathDeeperThan(schema, LIMITS.schemaDepth) === undefined;
  const read = isReadable
    ? readSchema(references, dialect, (text) => patternMistake(text, pattern, enforcedByHelm))
    : undefined;
  const { dangling, unresolved } = lostReferences(read?.references ?? [], references, open);
  const isSound =
    read !== undefined &&
    named !== undefined &&
    [read.doubtful, read.mistakes, dangling, unresolved].every((list) => list.length === 0);
  const isKnownDialect = named !== undefined;
  return { schema, dialect, isKnownDialect, references, read, dangling, unresolved, pattern, isSound };
}

function patternMistake(
  text: string,
  pattern: (text: string) => Pattern,
  enforcedByHelm: boolean,
): PatternMistake | undefined {
  try {
    pattern(text);
  } catch (error) {
    return { kind: 'pattern', reason: error instanceof Error ? error.message : String(error) };
  }
  const reason = enforcedByHelm ? refusedByGo(text) : undefined;
  return reason && { kind: 'refused pattern', pattern: text, reason };
}

function lostReferences(
  written: readonly WrittenReference[],
  references: References,
  open: ReadonlySet<string>,
): Pick<SchemaExamination, 'dangling' | 'unresolved'> {
  const dangling: WrittenReference[] = [];
  const unresolved: (WrittenReference & { uri: string })[] = [];
  for (const reference of written) {
    if (open.has(reference.text)) continue;
    const { place, resource, uri } = references.resolve(reference.text, reference.from);
    if (place !== undefined) continue;
    if (resource !== undefined) dangling.push(reference);
    // Helm takes anything for a urn: that leads nowhere.
    else if (!uri.startsWith('urn:')) unresolved.push({ ...reference, uri });
  }
  return { dangling, unresolved };
}
