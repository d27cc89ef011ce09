import type { GoFunction } from '../../value/go-value.ts';
import { sourceOf } from '../../value/text-origin.ts';
import { bytesOf } from '../../value/utf8.ts';
import { declareFunction } from '../declare-function.ts';
import { isUpper, lowerRune, titleRune, upperRune } from './letter-case.ts';
import { isSpace, runesOf } from './runes.ts';
import { pascalCase, separatedCase } from './word-case.ts';

/** Functions that change the case of letters. */
export const CASE_FUNCTIONS: readonly GoFunction[] = [
  onText('upper', (text) => runesOf(text).map(upperRune).join('')),
  onText('lower', (text) => runesOf(text).map(lowerRune).join('')),
  onText('title', titled),
  onText('untitle', uncapitalized),
  onText('swapcase', swapped),
  onText('camelcase', pascalCase),
  onText('snakecase', (text) => separatedCase(text, '_')),
  onText('kebabcase', (text) => separatedCase(text, '-')),
  onText('initials', initials),
  onText('nospace', withoutSpace),
];

function onText(name: string, change: (text: string) => string): GoFunction {
  return declareFunction(
    name,
    'string -> string',
    ([text]: [string]) => change(text),
    ({ args, origins, result }) =>
      (result as string).length === (args[0] as string).length ? origins[0] : sourceOf(origins[0]),
  );
}

/** Go's `strings.Title`: an apostrophe and a hyphen end a word, a digit and an underscore do not. */
function titled(text: string): string {
  let before = ' ';
  return runesOf(text)
    .map((rune) => {
      const isFirst = isSeparator(before);
      before = rune;
      return isFirst ? titleRune(rune) : rune;
    })
    .join('');
}

function isSeparator(rune: string): boolean {
  if (rune <= '\x7f') return !/[0-9A-Za-z_]/.test(rune);
  return !/[\p{L}\p{Nd}]/u.test(rune) && isSpace(rune);
}

/** `Uncapitalize` of Masterminds/goutils: the first letter after each white space. */
function uncapitalized(text: string): string {
  let isNext = true;
  return runesOf(text)
    .map((rune) => {
      if (isSpace(rune)) {
        isNext = true;
        return rune;
      }
      const changes = isNext;
      isNext = false;
      return changes ? lowerRune(rune) : rune;
    })
    .join('');
}

/** `SwapCase` of Masterminds/goutils. */
function swapped(text: string): string {
  let isStart = true;
  return runesOf(text)
    .map((rune) => {
      if (isUpper(rune) || /\p{Lt}/u.test(rune)) {
        isStart = false;
        return lowerRune(rune);
      }
      if (!/\p{Ll}/u.test(rune)) {
        isStart = isSpace(rune);
        return rune;
      }
      const changed = isStart ? titleRune(rune) : upperRune(rune);
      isStart = false;
      return changed;
    })
    .join('');
}

/** `Initials` of Masterminds/goutils, which takes each byte for a character. */
function initials(text: string): string {
  let out = '';
  let isStart = true;
  for (const byte of bytesOf(text)) {
    const character = String.fromCharCode(byte);
    if (isSpace(character)) isStart = true;
    else if (isStart) {
      out += character;
      isStart = false;
    }
  }
  return out;
}

/** `DeleteWhiteSpace` of Masterminds/goutils, which takes each byte for a character once there is white space. */
function withoutSpace(text: string): string {
  const all = Array.from(bytesOf(text), (byte) => String.fromCharCode(byte));
  const kept = all.filter((character) => !isSpace(character));
  return kept.length === all.length ? text : kept.join('');
}
