import type { SourceFiles } from '../documents/source-files.ts';
import { fileUri, pathOfUri } from '../files/file-uri.ts';
import { path } from '../files/path.ts';
import { readRefusal } from '../files/read-refusal.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { UsageError } from '../files/usage-error.ts';
import { fileSource, type Source } from '../model/source.ts';
import type { ChartChoice } from './chart-choice.ts';
import type { ChartFolder } from './chart-folder.ts';

/** A schema as it lies on disk or in an archive. */
export interface SchemaFile {
  readonly source: Source;
  readonly text: string;
  /** Where relative references start. */
  readonly uri: string;
  /** Whether Helm itself refuses values that break it. */
  readonly enforcedByHelm: boolean;
  /** The directory that references may lead into, besides the working directory; or the archive that they stay in. */
  readonly home: string | ChartFolder;
}

/** A document that a schema refers to, or why it is not read. */
export type SchemaFileRead =
  | { readonly source: Source; readonly text: string }
  | { readonly refused: 'remote' | 'missing' };

const ARCHIVE = 'chart-archive:///';

/** Reads schemas and what they refer to. Nothing comes from the network, nothing from outside the chart and the project. */
export class SchemaFiles {
  readonly #cwd: string;
  readonly #settings: ChartChoice['settings'];
  readonly #sources: SourceFiles;

  constructor({ cwd, settings }: Pick<ChartChoice, 'cwd' | 'settings'>, sources: SourceFiles) {
    this.#cwd = cwd;
    this.#settings = settings;
    this.#sources = sources;
  }

  /** A schema that the user names, or why it cannot be read. */
  named(file: string): SchemaFile | { readonly problem: string; readonly source: Source } {
    const source = fileSource(shownPath(file, this.#cwd), file);
    const read = readText(this.#sources.files, file, source.shown);
    if ('problem' in read) return { ...read, source };
    const uri = fileUri(file);
    return { source, text: read.text, uri, enforcedByHelm: false, home: path.dirname(file) };
  }

  /** The schema of a chart; undefined when it has none. */
  ofChart(folder: ChartFolder): SchemaFile | undefined {
    const name = 'values.schema.json';
    const text = folder.readText(name);
    if (text === undefined) return undefined;
    const { directory } = folder;
    return {
      source: folder.source(name),
      text,
      uri: directory === undefined ? ARCHIVE + name : fileUri(path.join(directory, name)),
      enforcedByHelm: true,
      home: directory ?? folder,
    };
  }

  /**
   * The document with this URI, seen from a schema whose `$id` is given: what lies beside the schema under the same relative
   * path stands in for a document on the network. Throws a UsageError when `schemaRefs` names a file that is not there.
   */
  read(uri: string, schema: SchemaFile, id?: string): SchemaFileRead {
    if (!/^https?:/.test(uri)) return this.#local(uri, schema);
    const vendored = this.#vendored(uri);
    const beside = 'refused' in vendored ? besideSchema(uri, schema, id) : undefined;
    const read = beside === undefined ? vendored : this.#local(beside, schema);
    return 'refused' in read ? vendored : read;
  }

  #local(uri: string, { home }: SchemaFile): SchemaFileRead {
    if (uri.startsWith(ARCHIVE) && typeof home !== 'string') {
      const name = decodeURIComponent(uri.slice(ARCHIVE.length));
      const text = home.readText(name);
      return text === undefined ? { refused: 'missing' } : { source: home.source(name), text };
    }
    if (!uri.startsWith('file:') || typeof home !== 'string') return { refused: 'missing' };
    return this.#file(uri, home);
  }

  /** Keeps the text of a schema for the report. */
  keep({ source, text }: { readonly source: Source; readonly text: string }): void {
    this.#sources.texts.set(source.id, text);
  }

  #vendored(uri: string): SchemaFileRead {
    const { schemaRefs = {}, folder = this.#cwd } = this.#settings ?? {};
    const entry = Object.entries(schemaRefs).find(([url]) => url.replace(/#$/, '') === uri);
    if (entry === undefined) return { refused: 'remote' };
    const file = path.resolve(folder, entry[1]);
    const source = fileSource(shownPath(file, this.#cwd), file);
    const read = readText(this.#sources.files, file, source.shown);
    if ('problem' in read) throw new UsageError(`schemaRefs in the configuration: ${read.problem}`);
    return { source, text: read.text };
  }

  #file(uri: string, home: string): SchemaFileRead {
    let file: string;
    try {
      file = pathOfUri(uri);
    } catch {
      return { refused: 'missing' };
    }
    const refusal = readRefusal(this.#sources.files, file, [home, this.#cwd]);
    if (refusal !== undefined) return { refused: 'missing' };
    const source = fileSource(shownPath(file, this.#cwd), file);
    const read = readText(this.#sources.files, file, source.shown);
    return 'problem' in read ? { refused: 'missing' } : { source, text: read.text };
  }
}

/** Where the document would lie if the folder of the `$id` were that of the schema file. */
function besideSchema(uri: string, schema: SchemaFile, id: string | undefined): string | undefined {
  if (id === undefined || !URL.canParse(id)) return undefined;
  const folder = new URL('.', id).href;
  return uri.startsWith(folder) ? new URL(uri.slice(folder.length), schema.uri).href : undefined;
}
