import { path } from '../files/path.ts';
import type { ExternalReference } from '../json-schema/bundle-schema.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { SchemaCheckId } from '../model/check-id.ts';
import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { type Statement, statementOf } from '../model/statement.ts';
import type { SchemaFile, SchemaFileRead, SchemaFiles } from './schema-files.ts';

/** What is said about a schema file that cannot be used at all. */
export function brokenFile(span: Span, said: Statement): Finding {
  return { rule: 'schema/invalid', severity: 'error', ...said, span, path: '', related: [] };
}

/** A place in a schema document. */
interface Place {
  readonly read: Text;
  readonly at: readonly string[];
}

const MOST_RELATED = 5;

type Text = { readonly source: Source; readonly text: string };

/** Collects what is wrong with a schema and the documents that it refers to, each at its place. */
export class SchemaReport {
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
    const { jsonMistake } = await import('../load/json-mistake.ts');
    for (const read of this.#unparsed) {
      this.#files.keep(read);
      const mistake = jsonMistake(read.text);
      const reason = mistake?.words ?? read.reason;
      const effect =
        this.#file.enforcedByHelm && read.source.id === this.#file.source.id
          ? 'Helm refuses every install'
          : 'no value is checked against it';
      const problem = `${path.basename(read.source.shown)} is not JSON: ${reason}`;
      const { start, end } = mistake?.place ?? { start: 0, end: 0 };
      this.findings.push(
        brokenFile({ source: read.source, start, end }, { problem, why: `Until it is mended, ${effect}.` }),
      );
    }
  }

  async add(
    rule: SchemaCheckId,
    severity: Severity,
    said: Statement,
    place: Place,
    others: readonly Place[] = [],
  ): Promise<void> {
    const { jsonPlace } = await import('../load/json-places.ts');
    const spanOf = ({ read, at }: Place): Span => {
      this.#files.keep(read);
      return { source: read.source, ...jsonPlace(read.text, at) };
    };
    const related = others.slice(0, MOST_RELATED).map((other) => ({
      span: spanOf(other),
      message: 'one more is named here',
    }));
    this.findings.push({ rule, severity, ...statementOf(said), span: spanOf(place), path: '', related });
  }

  /** What is wrong with references to other documents: once for each document, and once for all on the network. */
  async references(
    references: readonly ExternalReference[],
    reads: ReadonlyMap<string, SchemaFileRead>,
  ): Promise<void> {
    const seen = new Set<string>();
    const remote: Place[] = [];
    const uris: string[] = [];
    for (const reference of references) {
      const identity = reference.found === 'nothing there' ? reference.text : reference.uri;
      if (seen.has(identity)) continue;
      seen.add(identity);
      const read = reads.get(reference.uri);
      const from = reads.get(reference.from);
      if (from === undefined || 'refused' in from) continue;
      if (read !== undefined && 'refused' in read && read.refused === 'remote') {
        uris.push(reference.uri);
        remote.push({ read: from, at: reference.at });
        continue;
      }
      const [severity, said] = this.#problem(reference, read) ?? [];
      if (severity === undefined || said === undefined) continue;
      await this.add('schema/unresolved-reference', severity, said, { read: from, at: reference.at });
    }
    const [first, ...others] = remote;
    if (first === undefined) return;
    await this.add('schema/unresolved-reference', 'warning', this.#remote(uris), first, others);
  }

  #remote([first = '', ...others]: readonly string[]): Statement {
    const more =
      others.length === 0 ? '' : ` and ${others.length} more document${others.length === 1 ? '' : 's'}`;
    const them = others.length === 0 ? 'it' : 'them';
    const helm = this.#file.enforcedByHelm
      ? ` Helm 3.18.5 refuses ${them}, and other versions fetch ${them} on every run.`
      : '';
    const [it, copy] = others.length === 0 ? ['it says', 'the file'] : ['they say', 'copies'];
    return {
      problem: `The schema refers to "${first}"${more}, which chartlint does not fetch`,
      why: `What ${it} is not checked.${helm}`,
      help: `Save ${copy} in the repository and name ${them} in the configuration: schemaRefs: { "${first}": "schemas/${nameIn(first)}" }.`,
    };
  }

  #problem(
    { text, uri, found }: ExternalReference,
    read: SchemaFileRead | undefined,
  ): readonly [Severity, Statement] | undefined {
    const { enforcedByHelm } = this.#file;
    const refused = read !== undefined && 'refused' in read ? read.refused : undefined;
    // Helm gives the schema the address file:///values.schema.json, whatever directory the chart lies in.
    const helm = `Helm looks for "${nameAtRoot(text)}" at the root of the file system and refuses every install`;
    const severity = enforcedByHelm ? 'error' : 'warning';
    const help = "Copy what it holds into the schema's own definitions.";
    if (found === 'no document' && refused === undefined) return undefined;
    if (found === 'no document') {
      return [
        severity,
        {
          problem: `The schema refers to "${text}", which is not in the chart or below the working directory`,
          why: enforcedByHelm ? `${helm}.` : 'What it says is not checked.',
          help,
        },
      ];
    }
    if (found === 'nothing there') {
      return [
        severity,
        {
          problem: `The schema refers to "${text}", and the file has nothing there`,
          why: enforcedByHelm ? 'Helm refuses every install.' : 'What it says is not checked.',
          help: 'Check the name behind the "#".',
        },
      ];
    }
    if (!enforcedByHelm || !/^(file|chart-archive):/.test(uri)) return undefined;
    return [
      'error',
      {
        problem: `The schema refers to "${text}", a file that Helm does not find`,
        why: `${helm}; chartlint reads it beside the schema.`,
        help,
      },
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
