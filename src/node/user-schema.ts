import type { ValuesSchema } from '../lint/release-input.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
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

/** Compiles a schema. The compiler is loaded only for charts that bring a schema of their own. */
export async function userSchema(file: SchemaFile, files: SchemaFiles): Promise<UserSchema> {
  const report = new SchemaReport(file, files);
  const json = report.parse(file);
  if (json === undefined) {
    await report.syntax();
    return { schema: undefined, json, annotations: [], findings: report.findings };
  }
  const { bundleSchema } = await import('../validate/bundle-schema.ts');
  const { compileSchema } = await import('../validate/compile-schema.ts');
  const { collectAnnotations } = await import('../model/collect-annotations.ts');
  const reads = new Map<string, SchemaFileRead>([[file.uri, file]]);
  const bundle = bundleSchema(json, file.uri, (uri) => {
    const read = files.read(uri, file, idOf(json));
    reads.set(uri, read);
    return 'refused' in read ? undefined : report.parse(read);
  });
  await report.syntax();
  await report.references(bundle.references, reads);
  const { enforcedByHelm } = file;
  const { validate, problems } = compileSchema(bundle.schema, { enforcedByHelm });
  const { misplacedProperties } = await import('../validate/misplaced-properties.ts');
  for (const problem of [...problems, ...misplacedProperties(bundle.schema)]) {
    const { rule, severity, message, schemaAt = [] } = problem;
    // References to other documents are settled above.
    if (rule === 'schema/unresolved-reference' && bundle.references.some(({ found }) => found !== 'yes'))
      continue;
    const uri = schemaAt[0] === 'definitions' ? bundle.documents.get(schemaAt[1] ?? '') : undefined;
    const inDocument = uri === undefined ? undefined : reads.get(uri);
    const read = inDocument === undefined || 'refused' in inDocument ? file : inDocument;
    await report.add(rule, severity, message, { read, at: read === file ? schemaAt : schemaAt.slice(2) });
  }
  const annotations = collectAnnotations(bundle.schema);
  const schema = validate && { validate, json: () => bundle.schema, enforcedByHelm, annotations };
  return { schema, json: bundle.schema, annotations, findings: report.findings };
}

function idOf(schema: JsonSchema): string | undefined {
  const id = typeof schema === 'object' && schema !== null ? (schema.$id ?? schema.id) : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The report of a schema file that cannot be read at all. */
export function unreadableSchema(file: string, message: string): UserSchema {
  return {
    schema: undefined,
    json: undefined,
    annotations: [],
    findings: [brokenFile({ file, start: 0, end: 0 }, message)],
  };
}
