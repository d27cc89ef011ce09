import path from 'node:path';
import type { ValuesSchema } from '../lint/release-input.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { ExternalReference } from '../validate/bundle-schema.ts';
import type { SchemaFile, SchemaFileRead, SchemaFiles } from './schema-files.ts';

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
    const read = files.read(uri, file);
    reads.set(uri, read);
    return 'refused' in read ? undefined : report.parse(read);
  });
  await report.syntax();
  await report.references(bundle.references, reads);
  const { enforcedByHelm } = file;
  const { validate, problems } = compileSchema(bundle.schema, { enforcedByHelm });
  for (const { rule, severity, message, schemaAt = [] } of problems) {
    // References to other documents are settled above.
    if (rule === 'schema/unresolved-reference' && bundle.references.some(({ found }) => found !== 'yes'))
      continue;
    const uri = schemaAt[0] === 'definitions' ? bundle.documents.get(schemaAt[1] ?? '') : undefined;
    const inDocument = uri === undefined ? undefined : reads.get(uri);
    const place = inDocument === undefined || 'refused' in inDocument ? file : inDocument;
    await report.add(rule, severity, message, place, place === file ? schemaAt : schemaAt.slice(2));
  }
  const annotations = collectAnnotations(bundle.schema);
  const schema = validate && { validate, json: () => bundle.schema, enforcedByHelm, annotations };
  return { schema, json: bundle.schema, annotations, findings: report.findings };
}

/** The report of a schema file that cannot be read at all. */
export function unreadableSchema(file: string, message: string): UserSchema {
  return { schema: undefined, json: undefined, annotations: [], findings: [broken(file, message, 0, 0)] };
}

function broken(file: string, message: string, start: number, end: number): Finding {
  return {
    rule: 'schema/invalid',
    severity: 'error',
    message,
    span: { file, start, end },
    path: '',
    related: [],
  };
}

type Text = { readonly shown: string; readonly text: string };

/** Collects what is wrong with a schema and the documents that it refers to, each at its place. */
class SchemaReport {
  readonly findings: Finding[] = [];
  readonly #file: SchemaFile;
  readonly #files: SchemaFiles;
  readonly #unparsed: (Text & { readonly reason: string })[] = [];

  constructor(file: SchemaFile, files: SchemaFiles) {
    this.#file = file;
    this.#files = files;
  }

  /** Undefined when the text is not JSON; `syntax` then says why. */
  parse(read: Text): JsonSchema | undefined {
    try {
      return JSON.parse(read.text.replace(/^\uFEFF/, '')) as JsonSchema;
    } catch (error) {
      this.#unparsed.push({ ...read, reason: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  /** Reports what is not JSON. */
  async syntax(): Promise<void> {
    if (this.#unparsed.length === 0) return;
    const { jsonMistake } = await import('../load/json-places.ts');
    for (const read of this.#unparsed) {
      this.#files.keep(read);
      const mistake = jsonMistake(read.text);
      const reason = mistake?.words ?? read.reason;
      const effect =
        this.#file.enforcedByHelm && read.shown === this.#file.shown
          ? 'Helm refuses every install'
          : 'no value is checked against it';
      const message = `${path.posix.basename(read.shown)} is not JSON: ${reason}. Until it is mended, ${effect}.`;
      this.findings.push(broken(read.shown, message, mistake?.place.start ?? 0, mistake?.place.end ?? 0));
    }
  }

  async add(
    rule: string,
    severity: Severity,
    message: string,
    read: Text,
    at: readonly string[],
  ): Promise<void> {
    this.#files.keep(read);
    const { jsonPlace } = await import('../load/json-places.ts');
    const span = { file: read.shown, ...jsonPlace(read.text, at) };
    this.findings.push({ rule, severity, message, span, path: '', related: [] });
  }

  /** What is wrong with references to other documents: once for each document. */
  async references(
    references: readonly ExternalReference[],
    reads: ReadonlyMap<string, SchemaFileRead>,
  ): Promise<void> {
    const seen = new Set<string>();
    for (const reference of references) {
      const identity = reference.found === 'nothing there' ? reference.text : reference.uri;
      if (seen.has(identity)) continue;
      seen.add(identity);
      const problem = this.#problem(reference, reads.get(reference.uri));
      const from = reads.get(reference.from);
      if (problem === undefined || from === undefined || 'refused' in from) continue;
      const [severity, message] = problem;
      await this.add('schema/unresolved-reference', severity, message, from, reference.at);
    }
  }

  #problem(
    { text, uri, found }: ExternalReference,
    read: SchemaFileRead | undefined,
  ): readonly [Severity, string] | undefined {
    const { enforcedByHelm } = this.#file;
    const refused = read !== undefined && 'refused' in read ? read.refused : undefined;
    if (refused === 'remote') {
      return [
        'warning',
        `The schema refers to "${uri}", which chartlint does not fetch, so what it says is not checked${enforcedByHelm ? '; Helm 3.18.5 refuses it, and other versions fetch it on every run' : ''}. Save the file in the repository and name it in the configuration: schemaRefs: { "${uri}": "schemas/${nameIn(uri)}" }.`,
      ];
    }
    // Helm gives the schema the address file:///values.schema.json, whatever directory the chart lies in.
    const helm = `Helm looks for "${nameAtRoot(text)}" at the root of the file system and refuses every install`;
    const severity = enforcedByHelm ? 'error' : 'warning';
    const copy = "Copy what it holds into the schema's own definitions.";
    if (refused === 'outside') {
      const effect = enforcedByHelm ? ` ${helm}.` : '';
      return [
        severity,
        `The schema refers to "${text}", which lies outside the chart and the working directory, so chartlint does not read it.${effect} ${copy}`,
      ];
    }
    if (found === 'no document' && refused === undefined) return undefined;
    if (found === 'no document') {
      const effect = enforcedByHelm ? `; ${helm}` : ', so what it says is not checked';
      return [severity, `The schema refers to "${text}", and there is no such file${effect}. ${copy}`];
    }
    if (found === 'nothing there') {
      return [
        severity,
        `The schema refers to "${text}", and the file has nothing at "#${text.split('#')[1] ?? ''}". Check the name.`,
      ];
    }
    if (!enforcedByHelm || !/^(file|chart-archive):/.test(uri)) return undefined;
    return [
      'error',
      `The schema refers to "${text}", which chartlint reads beside the schema, but ${helm}. ${copy}`,
    ];
  }
}

function nameIn(uri: string): string {
  const name = new URL(uri).pathname.split('/').at(-1);
  return name === undefined || name === '' ? 'schema.json' : name;
}

function nameAtRoot(text: string): string {
  try {
    return decodeURIComponent(new URL(text.replace(/#.*$/, ''), 'file:///values.schema.json').pathname);
  } catch {
    return text;
  }
}
