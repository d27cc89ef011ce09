import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import type { SchemaMistake } from '../json-schema/schema-mistake.ts';
import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import type { Source } from '../model/source.ts';
import type { ValuesSchema } from './chart-tree.ts';
import type { SchemaFile, SchemaFileRead, SchemaFiles } from './schema-files.ts';
import { brokenFile, SchemaReport } from './schema-report.ts';

/** A schema file of the user's, ready, with what is wrong with it. */
export interface UserSchema {
  readonly schema: ValuesSchema | undefined;
  /** With the documents that it refers to among its definitions. */
  readonly json: JsonSchema | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  readonly findings: readonly Finding[];
}

/** Makes a schema ready. What that takes is loaded only for charts that bring a schema of their own. */
export async function userSchema(file: SchemaFile, files: SchemaFiles): Promise<UserSchema> {
  const report = new SchemaReport(file, files);
  const json = report.parse(file);
  if (json === undefined) {
    await report.syntax();
    return { schema: undefined, json, annotations: [], findings: report.findings };
  }
  const { pathDeeperThan } = await import('../json-schema/path-deeper-than.ts');
  const tooDeep = pathDeeperThan(json, LIMITS.schemaDepth);
  if (tooDeep !== undefined) {
    const mistake: SchemaMistake = { kind: 'limit', limit: 'schemaDepth', at: tooDeep };
    await reportMistakes([mistake], true, file, report, () => undefined);
    return { schema: undefined, json: undefined, annotations: [], findings: report.findings };
  }
  const { soundValidator } = await import('../json-schema/schema-validator.ts');
  const sound = soundValidator(json, file);
  const { bundle, validate } =
    sound === undefined
      ? await settledSchema(json, file, files, report)
      : { bundle: json, validate: sound.validate };
  const isPlain = sound?.hasAnnotations === false && !sound.hasUnknownParts;
  if (sound !== undefined && !isPlain) {
    await reportMistakes(await remarksOn(json), json, file, report, () => undefined);
  }
  const annotations = isPlain ? [] : await annotationsOf(bundle, file, report);
  const { enforcedByHelm } = file;
  const { source, text } = file;
  const schema = validate && {
    validate,
    json: () => bundle,
    enforcedByHelm,
    annotations,
    memory: {},
    file: {
      source,
      text,
      place: async (at: readonly string[]) => {
        const { jsonPlace } = await import('../load/json-places.ts');
        return { source, ...jsonPlace(text, at) };
      },
    },
  };
  return { schema, json: bundle, annotations, findings: report.findings };
}

/** What no validator stumbles over. */
async function remarksOn(schema: JsonSchema): Promise<readonly SchemaMistake[]> {
  const { misplacedProperties } = await import('../json-schema/misplaced-properties.ts');
  const { annotationMistakes } = await import('../json-schema/annotation-mistakes.ts');
  return [...misplacedProperties(schema), ...annotationMistakes(schema)];
}

async function annotationsOf(
  schema: JsonSchema,
  file: SchemaFile,
  report: SchemaReport,
): Promise<readonly PlacedAnnotation[]> {
  const { collectAnnotations } = await import('../json-schema/collect-annotations.ts');
  const mistakes: SchemaMistake[] = [];
  const annotations = collectAnnotations(schema, () =>
    mistakes.push({ kind: 'limit', limit: 'schemaAnnotations' }),
  );
  await reportMistakes(mistakes, schema, file, report, () => undefined);
  return annotations;
}

/** The values that the `default`s of a schema file add up to. */
export async function defaultsInSchema(
  schema: JsonSchema,
  file: SchemaFile,
  files: SchemaFiles,
): Promise<{ readonly defaults: JsonObject; readonly findings: readonly Finding[] }> {
  const mistakes: SchemaMistake[] = [];
  const defaults = assembleDefaults(schema, () => mistakes.push({ kind: 'limit', limit: 'schemaDefaults' }));
  const report = new SchemaReport(file, files);
  await reportMistakes(mistakes, schema, file, report, () => undefined);
  return { defaults, findings: report.findings };
}

/** A schema with the documents that it refers to, ready. What is wrong with any of them goes into the report. */
async function settledSchema(
  json: JsonSchema,
  file: SchemaFile,
  files: SchemaFiles,
  report: SchemaReport,
): Promise<{ bundle: JsonSchema; validate: ValidateFunction | undefined }> {
  const { bundleSchema } = await import('../json-schema/bundle-schema.ts');
  const { schemaValidator } = await import('../json-schema/schema-validator.ts');
  const { pathDeeperThan } = await import('../json-schema/path-deeper-than.ts');
  const tooDeep: [SchemaDocumentText, SchemaMistake][] = [];
  const reads = new Map<string, SchemaFileRead>([[file.uri, file]]);
  const bundle = bundleSchema(json, file.uri, (uri) => {
    const read = files.read(uri, file, idOf(json));
    reads.set(uri, read);
    if ('refused' in read) return undefined;
    const document = report.parse(read);
    const at = pathDeeperThan(document, LIMITS.schemaDepth);
    if (at === undefined) return document;
    tooDeep.push([read, { kind: 'limit', limit: 'schemaDepth', at }]);
    return true;
  });
  await report.syntax();
  await report.references(bundle.references, reads);
  // References to other documents are settled above.
  const open = new Set(bundle.references.filter(({ found }) => found !== 'yes').map(({ text }) => text));
  const { enforcedByHelm } = file;
  const { validate, mistakes } = await schemaValidator(bundle.schema, { enforcedByHelm, open });
  for (const [read, mistake] of tooDeep) {
    await reportMistakes([mistake], true, { ...file, ...read }, report, () => undefined);
  }
  const all = [...mistakes, ...(await remarksOn(bundle.schema))];
  await reportMistakes(all, bundle.schema, file, report, ([keyword, name = '']) => {
    const uri = keyword === 'definitions' ? bundle.documents.get(name) : undefined;
    const read = uri === undefined ? undefined : reads.get(uri);
    return read === undefined || 'refused' in read ? undefined : read;
  });
  return { bundle: bundle.schema, validate };
}

/** Each mistake at its place: in the document below the definitions that it came from, or in the file itself. */
async function reportMistakes(
  mistakes: readonly SchemaMistake[],
  schema: JsonSchema,
  file: SchemaFile,
  report: SchemaReport,
  documentOf: (at: readonly string[]) => SchemaDocumentText | undefined,
): Promise<void> {
  if (mistakes.length === 0) return;
  const { describeSchemaMistake } = await import('../explain/describe-schema-mistake.ts');
  for (const mistake of mistakes) {
    const {
      rule,
      severity,
      schemaAt = [],
      ...said
    } = describeSchemaMistake(mistake, schema, file.enforcedByHelm);
    const document = documentOf(schemaAt);
    const at = document === undefined ? schemaAt : schemaAt.slice(2);
    await report.add(rule, severity, said, { read: document ?? file, at });
  }
}

type SchemaDocumentText = Exclude<SchemaFileRead, { readonly refused: unknown }>;

function idOf(schema: JsonSchema): string | undefined {
  const id = typeof schema === 'object' && schema !== null ? (schema.$id ?? schema.id) : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The report of a schema file that cannot be read at all. */
export function unreadableSchema(source: Source, problem: string): UserSchema {
  return {
    schema: undefined,
    json: undefined,
    annotations: [],
    findings: [brokenFile({ source, start: 0, end: 0 }, { problem })],
  };
}
