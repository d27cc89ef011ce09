import { path } from './path.ts';

/** The `file:` URI of an absolute path, as Node's `pathToFileURL` makes it. */
export function fileUri(file: string): string {
  const slashes = path.sep === '\\' ? file.replaceAll('\\', '/') : file;
  const encoded = encodeURI(slashes).replaceAll('?', '%3F').replaceAll('#', '%23');
  return new URL(`file://${encoded.startsWith('/') ? '' : '/'}${encoded}`).href;
}

/** The path that a `file:` URI names. Throws for one on another machine, and for one that no path can say. */
export function pathOfUri(uri: string): string {
  const { protocol, host, pathname } = new URL(uri);
  if (protocol !== 'file:' || host !== '' || /%2f/i.test(pathname)) throw new Error(`"${uri}" names no file`);
  const decoded = decodeURIComponent(pathname);
  return path.sep === '\\' ? path.normalize(decoded.replace(/^\/(?=[A-Za-z]:)/, '')) : decoded;
}
