/**
 * The grammar of image references, from distribution/reference: `[host[:port]/]path[:tag][@digest]`. The API server does not
 * look; the node does, and the pod waits with InvalidImageName.
 * @returns what is wrong, as the end of "image "x" …"
 */
export function imageProblem(image: string): string | undefined {
  const [name, digest, ...rest] = image.split('@');
  if (rest.length > 0) return 'has two digests';
  if (
    digest !== undefined &&
    !/^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/.test(digest)
  ) {
    return digest === '' ? 'ends in "@" without a digest' : 'has no digest after the "@"';
  }
  const slash = name!.lastIndexOf('/');
  const [last, ...tags] = name!.slice(slash + 1).split(':');
  if (tags.length > 1) return 'has two tags';
  const tag = tags[0];
  if (tag === '') return 'ends in ":" without a tag';
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag))
    return `has a tag that may hold only letters, digits, "_.-"`;
  if (name!.includes('://')) return 'begins like a URL';
  if (last === '') return 'has no name before its tag';
  const [first, ...path] = [...(slash < 0 ? [] : name!.slice(0, slash).split('/')), last!];
  const isHost = path.length > 0 && (/[.:]/.test(first!) || first === 'localhost');
  const parts = isHost ? path : [first!, ...path];
  if (parts.some((part) => part === '')) return 'has two "/" in a row, or one at its start';
  const upper = parts.find((part) => /[A-Z]/.test(part));
  if (upper !== undefined) return 'has upper case in its name';
  const odd = parts.find((part) => !/^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/.test(part));
  return odd === undefined ? undefined : 'has a name that may hold only a-z, 0-9, "_.-/"';
}
