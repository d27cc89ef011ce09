/** The parts of a container image reference. */
export interface ImageReference {
  /** With registry, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Grammar of the distribution project's `reference` package, but for lengths: compiling a bounded repetition takes V8 milliseconds. */
const REFERENCE =
  /^((?:[A-Za-z0-9][-A-Za-z0-9.]*(?::[0-9]+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]*))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]+))?$/;

/** What a registry takes as a tag, and what no digest falls short of. */
const MAX_TAG = 128;
const MIN_HEX = 32;

/** Splits `registry:5000/team/app:1.2@sha256:…`; undefined when the text is no image reference. */
export function parseImageReference(text: string): ImageReference | undefined {
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [, repository = '', tag, digest] = match;
  if (tag !== undefined && tag.length > MAX_TAG) return undefined;
  if (digest !== undefined && digest.length - digest.indexOf(':') - 1 < MIN_HEX) return undefined;
  return { repository, tag, digest };
}
