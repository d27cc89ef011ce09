import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';
import { preferMachineCode } from '../files/prefer-machine-code.ts';
import { type ReadProblem, readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { blankTemplates } from '../load/blank-templates.ts';
import { controlComments } from '../load/control-comments.ts';
import { encryptedValues } from '../load/encrypted-values.ts';
import { loadDocuments } from '../load/load-documents.ts';
import { loadValues } from '../load/load-values.ts';
import type { LoadedValues } from '../load/loaded-values.ts';
import type { YamlDocument } from '../load/located-document.ts';
import type { YamlDialect } from '../load/yaml-dialect.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import { fileSource, type Source } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';

/** Characters of a file that alone makes a run long. */
const LONG_TEXT = 300_000;

/** A values file after reading and parsing. */
export interface LoadedFile {
  readonly source: Source;
  readonly text: string;
  /** Undefined when the text cannot be read as values; `findings` then says why. */
  readonly document: ValuesDocument | undefined;
  readonly findings: readonly Finding[];
}

/** A manifest after reading and parsing. */
export interface LoadedManifest {
  readonly source: Source;
  readonly text: string;
  /** None when the text is no YAML; `findings` then says why. */
  readonly documents: readonly YamlDocument[];
  readonly findings: readonly Finding[];
}

/** What a run has to remember of values files when their values are no longer at hand. */
export interface FilesRead {
  /** Every values file that was read, by its id. */
  readonly sources: Map<string, Source>;
  /** The `# chartlint-…` comments of each file that has some, by its id. */
  readonly comments: Map<string, readonly ControlComment[]>;
}

/** How the files of a run are read. */
export interface ReadOptions {
  /** Where what is shown starts. */
  readonly cwd: string;
  readonly helmVersion?: string;
  /** The file whose text comes on standard input, which the file system holds in its place. */
  readonly stdin?: { readonly filename: string };
}

/** Reads each file of a run once, for as long as it is in use, and keeps its text for the report. */
export class SourceFiles {
  readonly files: FileSystem;
  /** Of the Helm of this run, where it is named. */
  readonly helmMajor: number | undefined;
  readonly helmVersion: string | undefined;
  readonly #cwd: string;
  readonly #stdin: Source | undefined;
  readonly #loaded = new Map<string, () => LoadedFile | ReadProblem>();
  /** How many more releases are made of a file, by its absolute path. */
  readonly #uses = new Map<string, number>();
  #read = nothingRead();
  /** Text of everything that a span may refer to (files, standard input, `--set` flags), by the id of its source. */
  readonly texts = new Map<string, string>();

  constructor({ cwd, helmVersion, stdin }: ReadOptions, files: FileSystem) {
    this.files = files;
    this.#cwd = cwd;
    this.helmVersion = helmVersion;
    this.helmMajor = helmVersion === undefined ? undefined : helmMajor(helmVersion);
    this.#stdin = stdin && { id: path.resolve(cwd, stdin.filename), kind: 'stdin', shown: stdin.filename };
  }

  /** The file at an absolute path, or why it cannot be read. */
  load(absolute: string): LoadedFile | ReadProblem {
    let loaded = this.#loaded.get(absolute);
    if (loaded === undefined) {
      loaded = this.files.shared(() => this.#load(absolute));
      this.#loaded.set(absolute, loaded);
    }
    return loaded();
  }

  #sourceOf(absolute: string): Source {
    return this.#stdin?.id === absolute ? this.#stdin : fileSource(this.shown(absolute), absolute);
  }

  #load(absolute: string): LoadedFile | ReadProblem {
    const source = this.#sourceOf(absolute);
    const read = readText(this.files, absolute, source.shown);
    return 'problem' in read ? read : this.add(source, read.text);
  }

  /** A file as reports show it. */
  shown(absolute: string): string {
    return shownPath(absolute, this.#cwd);
  }

  /** What a file holds; undefined when it cannot be read. */
  text(absolute: string): string | undefined {
    const read = readText(this.files, absolute, absolute);
    return 'text' in read ? read.text : undefined;
  }

  /** A manifest: all documents of a file; undefined when it cannot be read. */
  documents(absolute: string, dialect: YamlDialect): LoadedManifest | undefined {
    const text = this.text(absolute);
    if (text === undefined) return undefined;
    const source = this.#sourceOf(absolute);
    const read = loadDocuments(source, text, dialect);
    const isTemplate = text.includes('{{') && (absolute.endsWith('.gotmpl') || read.documents === undefined);
    if (!isTemplate) return { source, text, documents: read.documents ?? [], findings: read.findings };
    // A template of helmfile, or of a chart of manifests: what it comes to is not known, but for what stands between its actions.
    const { documents } = loadDocuments(source, blankTemplates(text), dialect);
    if (documents === undefined) return { source, text, documents: [], findings: [] };
    return { source, text, documents: documents.map((one) => ({ ...one, text })), findings: [] };
  }

  /** Parses a text as the Helm of this run does. */
  parse(source: Source, text: string): LoadedValues {
    const loaded = loadValues(source, text, { helmMajor: this.helmMajor });
    return text.includes('sops') || text.includes('ENC[') ? withEncryption(loaded) : loaded;
  }

  /** Text that comes from elsewhere, such as an archive. */
  add(source: Source, text: string): LoadedFile {
    if (text.length > LONG_TEXT) preferMachineCode();
    this.note(source, text);
    return { source, text, ...this.parse(source, text) };
  }

  /** Takes down that a text is part of what is linted, with the comments in it. */
  note(source: Source, text: string): void {
    const { id } = source;
    this.texts.set(id, text);
    this.#read.sources.set(id, source);
    const comments = controlComments(source, text);
    if (comments.length > 0) this.#read.comments.set(id, comments);
  }

  /** Says that so many releases are made of these files (absolute): `drop` keeps them for as long. */
  expect(used: Iterable<string>): void {
    for (const file of used) this.#uses.set(file, (this.#uses.get(file) ?? 0) + 1);
  }

  /** Ends the use of files (absolute) by one release, and forgets the values of all files that no other will use. */
  drop(used: Iterable<string>): void {
    for (const file of used) this.#uses.set(file, (this.#uses.get(file) ?? 1) - 1);
    for (const absolute of this.#loaded.keys()) {
      if ((this.#uses.get(absolute) ?? 0) > 0) continue;
      this.#loaded.delete(absolute);
      this.texts.delete(absolute);
    }
  }

  /** What was read since this was last asked. */
  takeRead(): FilesRead {
    const read = this.#read;
    this.#read = nothingRead();
    return read;
  }
}

/** With what SOPS has encrypted told apart. */
function withEncryption(loaded: LoadedValues): LoadedValues {
  const { document, findings } = loaded;
  const encrypted = document && encryptedValues(document.data);
  if (document === undefined || encrypted === undefined) return loaded;
  return { document: { ...document, ...encrypted }, findings };
}

function nothingRead(): FilesRead {
  return { sources: new Map(), comments: new Map() };
}
