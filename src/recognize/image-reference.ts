/** The parts of a container image reference. */
export interface ImageReference {
  /** With registry, without tag and digest. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Grammar of the distribution project's `reference` package, without its length limits. */
const REFERENCE =
  /^((?:[A-Za-z0-9][-A-Za-z0-9.]*(?::[0-9]+)?\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$/;

/** Splits `registry:5000/team/app:1.2@sha256:…`; undefined when the text is no image reference. */
export function parseImageReference(text: string): ImageReference | undefined {
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  return { repository: match[1]!, tag: match[2], digest: match[3] };
}
