import { parsePointer } from './json-pointer.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * Reads a path as people write it: `image.tag`, `hosts[0].host`, `annotations["a.b/c"]`, `annotations.a\.b/c` as in
 * `--set`, or a JSON Pointer such as `/image/tag`. Throws an Error that names the place where it stops making sense.
 */
export function parseValuesPath(text: string): ValuesPath {
  if (text.startsWith('/'))
    return parsePointer(text).map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
  const path: (string | number)[] = [];
  let rest = text;
  while (rest !== '') {
    const part = /^\[(\d+)\]|^\["((?:[^"\\]|\\.)*)"\]|^\['([^']*)'\]|^\.?((?:[^.[\]\\]|\\.)+)/.exec(rest);
    if (part === null) throw new Error(`"${text}" is no path of values: it stops making sense at "${rest}"`);
    const [all, index, quoted, single, name] = part;
    if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) path.push(JSON.parse(`"${quoted}"`) as string);
    else path.push(single ?? (name ?? '').replaceAll(/\\(.)/g, '$1'));
    rest = rest.slice(all.length);
  }
  return path;
}
