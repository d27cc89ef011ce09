/** Thrown when a file or folder that is there cannot be read, or is gone by the time that it is read. The message is a sentence. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  /** Absolute. */
  readonly file: string;
  /** What the file system calls the reason: `EIO`. */
  readonly code: string;
  /** The file as reports show it. */
  readonly shown: string;
  /** A clause about the file: `the disk has an error`. */
  readonly reason: string;

  constructor(file: string, shown: string, code: string, reason: string) {
    super(`"${shown}" cannot be read: ${reason}`);
    this.file = file;
    this.code = code;
    this.shown = shown;
    this.reason = reason;
  }
}
