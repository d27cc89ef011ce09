import { controlComments } from '../load/control-comments.ts';
import { type LoadedValues, loadValues } from '../load/load-values.ts';
import { helmMajor } from '../merge/null-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { files } from './observed-files.ts';
import { readText } from './read-text.ts';
import { shownPath } from './shown-path.ts';

/** A values file after reading and parsing. */
export interface LoadedFile {
  readonly file: string;
  readonly text: string;
  /** Undefined when the text cannot be read as values; `findings` then says why. */
  readonly document: ValuesDocument | undefined;
  readonly findings: readonly Finding[];
}

/** Reads each file of a run once and keeps its text for the report. */
export class SourceFiles {
  readonly #cwd: string;
  readonly #helmMajor: number | undefined;
  readonly #replaced: ReadonlyMap<string, string>;
  readonly #loaded = new Map<string, () => LoadedFile | { problem: string }>();
  readonly #remembered = new Set<string>();
  /** Text of everything that a span may refer to: files, standard input, `--set` flags. */
  readonly texts = new Map<string, string>();
  /** The `# chartlint-…` comments of each file that has some. */
  readonly comments = new Map<string, readonly Span[]>();
  /** Where each file lies, by its name in spans; standard input and flags lie nowhere. */
  readonly paths = new Map<string, string>();
  /** Number of values files read. */
  fileCount = 0;

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
      loaded = files().shared(() => {
        const shown = shownPath(absolute, this.#cwd);
        const read = readText(absolute, shown);
        this.paths.set(shown, absolute);
        return 'problem' in read ? read : this.add(shown, read.text);
      });
      this.#loaded.set(absolute, loaded);
    }
    return loaded();
  }

  /** Takes note of a file that an earlier run parsed, with its comments, as if it were loaded here. */
  remember(absolute: string, comments: readonly Span[]): void {
    const shown = shownPath(absolute, this.#cwd);
    if (this.paths.has(shown)) return;
    this.texts.set(shown, files().readText(absolute));
    this.paths.set(shown, absolute);
    if (comments.length > 0) this.comments.set(shown, comments);
    this.fileCount += 1;
    this.#remembered.add(shown);
  }

  /** Parses a text as the Helm of this run does. */
  read(file: string, text: string): LoadedValues {
    return loadValues(file, text, { helmMajor: this.#helmMajor });
  }

  /** Text that comes from elsewhere, such as standard input. */
  add(file: string, original: string): LoadedFile {
    const text = this.#replaced.get(file) ?? original;
    this.texts.set(file, text);
    if (!this.#remembered.has(file)) this.fileCount += 1;
    const comments = controlComments(file, text);
    if (comments.length > 0) this.comments.set(file, comments);
    return { file, text, ...this.read(file, text) };
  }
}
