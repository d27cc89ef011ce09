import { isDigit, isLetter } from '../unicode-class.ts';
import type { YamlDialect } from './yaml-dialect.ts';

/** The order of keys in go-yaml's output (`sorter.go`): numbers inside of keys by their size, letters after anything else. */
export function compareKeys(a: string, b: string, { version }: YamlDialect): number {
  if (a === b) return 0;
  return isLess(a, b, version) ? -1 : 1;
}

function isLess(a: string, b: string, version: 2 | 3): boolean {
  let at = 0;
  const shorter = Math.min(a.length, b.length);
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === shorter) return a.length < b.length;
  const unit = a.charCodeAt(at);
  if (at > 0 && unit >= 0xdc00 && unit <= 0xdfff && (a.codePointAt(at - 1) as number) > 0xffff) at--;
  const x = a.codePointAt(at) as number;
  const y = b.codePointAt(at) as number;
  const isLetterX = isLetter(x);
  const isLetterY = isLetter(y);
  if (isLetterX && isLetterY) return x < y;
  if (isLetterX || isLetterY)
    return version === 3 && at > 0 && isDigit(before(a, at)) ? isLetterX : isLetterY;
  const isAfterDigits = (x === 48 || y === 48) && followsNumber(a, at);
  const [sizeX, endX] = numberAt(a, at, isAfterDigits);
  const [sizeY, endY] = numberAt(b, at, isAfterDigits);
  if (sizeX !== sizeY) return sizeX < sizeY;
  return endX === endY ? x < y : endX < endY;
}

function before(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) as number) : unit;
}

/** Whether digits that are not all zeros stand before. */
function followsNumber(text: string, end: number): boolean {
  for (let at = end - 1; at >= 0 && isDigit(text.charCodeAt(at)); at--)
    if (text.charCodeAt(at) !== 48) return true;
  return false;
}

/** The number that starts here, as int64, and how many digits it has. */
function numberAt(text: string, start: number, isAfterDigits: boolean): [size: bigint, digits: number] {
  let size = isAfterDigits ? 1n : 0n;
  let digits = 0;
  for (let at = start; at < text.length; digits++) {
    const code = text.codePointAt(at) as number;
    if (!isDigit(code)) break;
    size = BigInt.asIntN(64, size * 10n + BigInt(code - 48));
    at += code > 0xffff ? 2 : 1;
  }
  return [size, digits];
}
