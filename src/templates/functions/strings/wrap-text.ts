import { fromByteString, toByteString } from './byte-string.ts';

/** `WrapCustom` of Masterminds/goutils 1.1.1: counts bytes, breaks at spaces. */
export function wrapText(text: string, width: number, newLine: string, breaksWords: boolean): string {
  const line = toByteString(text);
  const separator = toByteString(newLine === '' ? '\n' : newLine);
  const length = Math.max(width, 1);
  const out: string[] = [];
  let offset = 0;
  while (line.length - offset > length) {
    if (line[offset] === ' ') {
      offset++;
      continue;
    }
    const space = line.lastIndexOf(' ', offset + length);
    if (space >= offset) {
      out.push(line.slice(offset, space), separator);
      offset = space + 1;
    } else if (breaksWords) {
      out.push(line.slice(offset, offset + length), separator);
      offset += length;
    } else {
      const next = line.indexOf(' ', offset + length);
      if (next === -1) {
        out.push(line.slice(offset));
        offset = line.length;
      } else {
        out.push(line.slice(offset, next), separator);
        offset = next + 1;
      }
    }
  }
  return fromByteString(out.join('') + line.slice(offset));
}
