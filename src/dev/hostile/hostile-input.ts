/** Files of a folder by name, and how the command line is called in it. */
export interface HostileInput {
  /** What it tries, in words. */
  readonly name: string;
  /** The smallest size that is tried; 2 and 4 times as much are tried as well. */
  readonly size: number;
  readonly files: (size: number) => Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links: where each points. */
  readonly links?: (size: number) => Readonly<Record<string, string>>;
  /** The command line; without any, everything below the folder is linted. */
  readonly args?: readonly string[];
  /** What standard input says; `endless` never ends. */
  readonly stdin?: 'endless';
  /** What the report must hold at the greatest size: the id of a finding, or words of a failure. */
  readonly tells?: string;
}
