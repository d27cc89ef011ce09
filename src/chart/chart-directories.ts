import type { FileSystem } from '../files/file-system.ts';
import { path } from '../files/path.ts';

/** Finds the chart that a file lies in, and asks the disk about each folder once. */
export class ChartDirectories {
  readonly #files: FileSystem;
  readonly #known = new Map<string, () => string | undefined>();

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /**
   * The closest directory at or above the file's that has a Chart.yaml. The search ends at the root of the repository,
   * so that a chart somewhere above a checkout is never taken for the chart of its files.
   */
  find(file: string): string | undefined {
    return this.#above(path.dirname(file));
  }

  #above(folder: string): string | undefined {
    let directory = this.#known.get(folder);
    if (directory === undefined) {
      directory = this.#files.shared(() => this.#look(folder));
      this.#known.set(folder, directory);
    }
    return directory();
  }

  #look(folder: string): string | undefined {
    if (this.#files.exists(path.join(folder, 'Chart.yaml'))) return folder;
    const parent = path.dirname(folder);
    return parent === folder || this.#files.exists(path.join(folder, '.git'))
      ? undefined
      : this.#above(parent);
  }
}
