/** A file with the release that is meant of it, as people name it: `clusters/prod/shop.yaml#shop`. */
export interface ReleaseInFile {
  readonly file: string;
  /** Undefined without a `#`: then it is any. */
  readonly wanted: string | undefined;
}

/** Reads `FILE#RELEASE`. A name may hold a `#` itself. */
export function releaseInFile(written: string): ReleaseInFile {
  const at = written.indexOf('#');
  return at === -1
    ? { file: written, wanted: undefined }
    : { file: written.slice(0, at), wanted: written.slice(at + 1) };
}

/** Whether the name of a release (`HelmRelease apps/shop`) is the one that is meant: whole, or one of its parts. */
export function isReleaseMeant(name: string, wanted: string | undefined): boolean {
  return wanted === undefined || name === wanted || name.split(/[ /]/).includes(wanted);
}
