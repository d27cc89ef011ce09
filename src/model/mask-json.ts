import { MASK, maskText } from './mask-text.ts';

/** A line of JSON that holds a number, true or false: what is before it, itself, and the comma. */
const BARE = /^(\s*(?:"(?:[^"\\]|\\.)*": )?)([^"[\]{}\s][^,]*)(,?)$/;

/** JSON with one value a line, its secrets masked as `maskText` does; what is masked is a text, so that it stays JSON. */
export function maskJson(text: string): string {
  const lines = text.split('\n');
  return maskText(text)
    .split('\n')
    .map((masked, i) => {
      const bare = masked === lines[i] ? null : BARE.exec(lines[i]!);
      return bare === null ? masked : `${bare[1]}"${MASK.repeat(bare[2]!.length)}"${bare[3]}`;
    })
    .join('\n');
}
