/** The absolute URI of a reference, without a fragment, and its decoded fragment. */
export function splitReference(reference: string, base: string): [uri: string, fragment: string] {
  const hash = reference.indexOf('#');
  const path = hash < 0 ? reference : reference.slice(0, hash);
  const fragment = hash < 0 ? '' : reference.slice(hash + 1);
  return [path === '' ? base : absolute(path, base), decodeFragment(fragment)];
}

/** The fragment without percent escapes; a stray `%` stands for itself. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function absolute(path: string, base: string): string {
  try {
    return new URL(path, base).href;
  } catch {
    return path;
  }
}
