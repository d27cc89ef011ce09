/** A file that is left as it is. The message says why, to follow "because": `it is read-only`. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}
