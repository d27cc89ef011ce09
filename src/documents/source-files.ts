import { files } from '../files/observed-files.ts';
import { readText } from '../files/read-text.ts';
import { shownPath } from '../files/shown-path.ts';
import { controlComments } from '../load/control-comments.ts';
import { type LoadedValues, loadValues } from '../load/load-values.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { ValuesDocument } from '../model/values-document.ts';

/** A values file after reading and parsing. */
export interface LoadedFile {
  readonly file: string;
  readonly text: string;
  /** Undefined when the text cannot be read as values; `findings` then says why. */
  readonly document: ValuesDocument | undefined;
  readonly findings: readonly Finding[];
}

/** What a run has to remember of values files when their values are no longer at hand. */
export interface FilesRead {
  /** Of every values file read, its name in spans, each once. */
  readonly names: Set<string>;
  /** Where each file lies, absolute, by its name in spans; standard input and flags lie nowhere. */
  readonly paths: Map<string, string>;
  /** The `# chartlint-…` comments of each file that has some. */
  readonly comments: Map<string, readonly Span[]>;
}

/** Reads each file of a run once, for as long as it is in use, and keeps its text for the report. */
export class SourceFiles {
  readonly #cwd: string;
  readonly #helmMajor: number | undefined;
  readonly #replaced: ReadonlyMap<string, string>;
  readonly #loaded = new Map<string, () => LoadedFile | { problem: string }>();
  /** How many more releases are made of a file, by its absolute path. */
  readonly #uses = new Map<string, number>();
  #read = nothingRead();
  /** Text of everything that a span may refer to: files, standard input, `--set` flags. */
  readonly texts = new Map<string, string>();

  /** With the texts that take the place of what some files hold, by the names in spans. */
  constructor(
    { cwd, helmVersion }: { readonly cwd: string; readonly helmVersion?: string },
    replaced: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#cwd = cwd;
    this.#helmMajor = helmVersion === undefined ? undefined : helmMajor(helmVersion);
    this.#replaced = replaced;
  }

  /** The file at an absolute path, or why it cannot be read. */
  load(absolute: string): LoadedFile | { problem: string } {
    let loaded = this.#loaded.get(absolute);
    if (loaded === undefined) {
      loaded = files().shared(() => this.#load(absolute));
      this.#loaded.set(absolute, loaded);
    }
    return loaded();
  }

  #load(absolute: string): LoadedFile | { problem: string } {
    const shown = shownPath(absolute, this.#cwd);
    const read = readText(absolute, shown);
    this.#read.paths.set(shown, absolute);
    return 'problem' in read ? read : this.add(shown, read.text);
  }

  /** Parses a text as the Helm of this run does. */
  read(file: string, text: string): LoadedValues {
    return loadValues(file, text, { helmMajor: this.#helmMajor });
  }

  /** Text that comes from elsewhere, such as standard input. */
  add(file: string, original: string): LoadedFile {
    const text = this.#replaced.get(file) ?? original;
    this.texts.set(file, text);
    this.#read.names.add(file);
    const comments = controlComments(file, text);
    if (comments.length > 0) this.#read.comments.set(file, comments);
    return { file, text, ...this.read(file, text) };
  }

  /** Says that so many releases are made of these files (absolute): `drop` keeps them for as long. */
  expect(used: Iterable<string>): void {
    for (const file of used) this.#uses.set(file, (this.#uses.get(file) ?? 0) + 1);
  }

  /** Ends the use of files (absolute) by one release, and forgets the values of all files that no other will use. */
  drop(used: Iterable<string>): void {
    for (const file of used) this.#uses.set(file, (this.#uses.get(file) ?? 1) - 1);
    for (const [absolute, loaded] of this.#loaded) {
      if ((this.#uses.get(absolute) ?? 0) > 0) continue;
      this.#loaded.delete(absolute);
      const forgotten = loaded();
      if ('file' in forgotten) this.texts.delete(forgotten.file);
    }
  }

  /** What was read since this was last asked. */
  takeRead(): FilesRead {
    const read = this.#read;
    this.#read = nothingRead();
    return read;
  }
}

function nothingRead(): FilesRead {
  return { names: new Set(), paths: new Map(), comments: new Map() };
}
