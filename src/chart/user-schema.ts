import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import type { ValuesSchema } from './chart-tree.ts';
import type { SchemaFile, SchemaFileRead, SchemaFiles } from './schema-files.ts';
import { brokenFile, SchemaReport } from './schema-report.ts';

/** A schema file of the user's, compiled, with what is wrong with it. */
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
  const { interpretedSchema } = await import('../json-schema/schema-validator.ts');
  const interpreted = interpretedSchema(json, file.enforcedByHelm);
  const { bundle, validate } =
    interpreted === undefined
      ? await compileBundle(json, file, files, report)
      : { bundle: json, validate: interpreted.validate };
  if (interpreted?.hasUnknownParts === true) {
    const { misplacedProperties } = await import('../json-schema/misplaced-properties.ts');
    for (const { rule, severity, message, schemaAt = [] } of misplacedProperties(json)) {
      await report.add(rule, severity, message, { read: file, at: schemaAt });
    }
  }
  const annotations =
    interpreted?.hasAnnotations === false && !interpreted.hasUnknownParts ? [] : await annotationsOf(bundle);
  const { enforcedByHelm } = file;
  const schema = validate && { validate, json: () => bundle, enforcedByHelm, annotations };
  return { schema, json: bundle, annotations, findings: report.findings };
}

async function annotationsOf(schema: JsonSchema): Promise<readonly PlacedAnnotation[]> {
  return (await import('../json-schema/collect-annotations.ts')).collectAnnotations(schema);
}

/** A schema with the documents that it refers to, compiled. What is wrong with any of them goes into the report. */
async function compileBundle(
  json: JsonSchema,
  file: SchemaFile,
  files: SchemaFiles,
  report: SchemaReport,
): Promise<{ bundle: JsonSchema; validate: ValidateFunction | undefined }> {
  const { bundleSchema } = await import('../json-schema/bundle-schema.ts');
  const { schemaValidator } = await import('../json-schema/schema-validator.ts');
  const { misplacedProperties } = await import('../json-schema/misplaced-properties.ts');
  const reads = new Map<string, SchemaFileRead>([[file.uri, file]]);
  const bundle = bundleSchema(json, file.uri, (uri) => {
    const read = files.read(uri, file, idOf(json));
    reads.set(uri, read);
    return 'refused' in read ? undefined : report.parse(read);
  });
  await report.syntax();
  await report.references(bundle.references, reads);
  // References to other documents are settled above.
  const open = new Set(bundle.references.filter(({ found }) => found !== 'yes').map(({ text }) => text));
  const { validate, problems } = await schemaValidator(bundle.schema, file, open);
  for (const problem of [...problems, ...misplacedProperties(bundle.schema)]) {
    const { rule, severity, message, schemaAt = [] } = problem;
    const uri = schemaAt[0] === 'definitions' ? bundle.documents.get(schemaAt[1] ?? '') : undefined;
    const inDocument = uri === undefined ? undefined : reads.get(uri);
    const read = inDocument === undefined || 'refused' in inDocument ? file : inDocument;
    await report.add(rule, severity, message, { read, at: read === file ? schemaAt : schemaAt.slice(2) });
  }
  return { bundle: bundle.schema, validate };
}

function idOf(schema: JsonSchema): string | undefined {
  const id = typeof schema === 'object' && schema !== null ? (schema.$id ?? schema.id) : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The report of a schema file that cannot be read at all. */
export function unreadableSchema(source: Source, message: string): UserSchema {
  return {
    schema: undefined,
    json: undefined,
    annotations: [],
    findings: [brokenFile({ source, start: 0, end: 0 }, message)],
  };
}
