import { isUpper, lowerRune, upperRune } from './letter-case.ts';
import { isBrokenByte, isSpace, runesOf } from './runes.ts';

const isConnector = (rune: string): boolean => rune === '-' || rune === '_' || isSpace(rune);

/** `ToPascalCase` of huandu/xstrings 1.5.0. */
export function pascalCase(text: string): string {
  const runes = runesOf(text);
  const start = runes.findIndex((rune) => !isConnector(rune));
  // Of connectors alone the original writes the last one twice.
  if (start === -1) return runes.join('') + (runes.at(-1) ?? '');
  let wasUpper = isUpper(runes[start]!);
  let current = upperRune(runes[start]!);
  let out = runes.slice(0, start).join('');
  for (const next of runes.slice(start + 1)) {
    const before = current;
    current = next;
    if (isConnector(current) && isConnector(before)) {
      out += before;
      continue;
    }
    if (isConnector(before)) {
      wasUpper = isUpper(current);
      current = upperRune(current);
      continue;
    }
    if (wasUpper) {
      if (isUpper(current)) current = lowerRune(current);
      else wasUpper = false;
    }
    out += before;
  }
  return out + current;
}

type WordKind = 'invalid' | 'number' | 'upper' | 'alphabet' | 'connector' | 'punctuation' | 'other';

interface Word {
  readonly kind: WordKind;
  readonly runes: readonly string[];
}

/** A letter that is no common Chinese, Japanese or Korean character. */
const isAlphabet = (rune: string): boolean =>
  /^\p{L}$/u.test(rune) && !/[\u4e00-\u9fcc\u3400-\u4d85\u{20000}-\u{2b81d}]/u.test(rune);
const isNumber = (rune: string): boolean => /^\p{N}$/u.test(rune);
const isPunctuation = (rune: string): boolean => /^\p{P}$/u.test(rune);

/** `ToSnakeCase` (with `_`) and `ToKebabCase` (with `-`) of huandu/xstrings 1.5.0. */
export function separatedCase(text: string, connector: string): string {
  const runes = Array.from(text);
  if (runes.length === 0) return '';
  let out = '';
  let at = 0;
  const next = (): Word => {
    const word = nextWord(runes, at);
    at += word.runes.length;
    return word;
  };
  const write = ({ kind, runes: word }: Word): void => {
    out += kind === 'upper' || kind === 'connector' ? lowered(word, connector) : word.join('');
  };
  const isLast = (): boolean => at >= runes.length;
  const isJoinable = ({ kind }: Word): boolean => kind === 'alphabet' || kind === 'number';
  const separates = ({ kind }: Word): boolean => !['invalid', 'connector', 'punctuation'].includes(kind);
  let word = next();
  while (!isLast()) {
    if (word.kind !== 'connector') write(word);
    const before = word;
    word = next();
    if (before.kind === 'number') {
      for (; isJoinable(word); word = next()) write(word);
      if (separates(word)) out += connector;
    } else if (before.kind === 'connector') write(before);
    else if (before.kind !== 'punctuation') {
      if (word.kind !== 'number') {
        if (word.kind !== 'connector' && word.kind !== 'punctuation') out += connector;
        continue;
      }
      if (isLast()) continue;
      const number = word;
      word = next();
      if (word.kind !== 'alphabet') {
        write(number);
        if (word.kind !== 'connector' && word.kind !== 'punctuation') out += connector;
        continue;
      }
      out += connector;
      write(number);
      for (; isJoinable(word); word = next()) write(word);
      if (separates(word)) out += connector;
    }
  }
  write(word);
  return out;
}

function lowered(word: readonly string[], connector: string): string {
  return word
    .map((rune) => (isBrokenByte(rune) ? '\ufffd' : rune))
    .map((rune) => (isConnector(rune) ? connector : isUpper(rune) ? lowerRune(rune) : rune))
    .join('');
}

/** The next word; at the end one of the kind `invalid` with nothing in it. Runes that are broken belong to what surrounds them. */
function nextWord(all: readonly string[], start: number): Word {
  let at = start;
  let isEnd = false;
  const isBroken = (rune: string | undefined): boolean =>
    rune === '\ufffd' || (rune !== undefined && isBrokenByte(rune));
  const peek = (previous: string): { rune: string; to: number } => {
    let to = at;
    while (to < all.length && isBroken(all[to])) to++;
    isEnd = to >= all.length;
    return isEnd ? { rune: previous, to } : { rune: all[to]!, to: to + 1 };
  };
  const word = (kind: WordKind): Word => ({ kind, runes: all.slice(start, at) });
  const take = (first: string, continues: (rune: string) => boolean): void => {
    for (let rune = first; at < all.length; ) {
      const found = peek(rune);
      rune = found.rune;
      if (!continues(rune)) return;
      at = found.to;
    }
  };
  if (start >= all.length) return word('invalid');
  const first = peek('\ufffd');
  at = first.to;
  const { rune } = first;
  if (isEnd) return word('invalid');
  if (isConnector(rune)) {
    take(rune, isConnector);
    return word('connector');
  }
  if (isPunctuation(rune)) {
    take(rune, isPunctuation);
    return word('punctuation');
  }
  if (isUpper(rune)) {
    upperWord(rune);
    return word('upper');
  }
  if (isAlphabet(rune)) {
    take(rune, (one) => isAlphabet(one) && !isUpper(one));
    return word('alphabet');
  }
  if (isNumber(rune)) {
    take(rune, isNumber);
    return word('number');
  }
  take(rune, (one) => !isConnector(one) && !isAlphabet(one) && !isNumber(one) && !isPunctuation(one));
  return word('other');

  function upperWord(firstRune: string): void {
    if (at >= all.length) return;
    const second = peek(firstRune);
    if (isUpper(second.rune)) {
      let previous = at;
      at = second.to;
      let last = second.rune;
      while (at < all.length) {
        const found = peek(last);
        last = found.rune;
        if (!isUpper(last)) break;
        previous = at;
        at = found.to;
      }
      // Of "HTTPStatus" the S belongs to the next word.
      if (at < all.length && isAlphabet(last)) at = previous;
    } else if (isAlphabet(second.rune)) {
      at = second.to;
      take(second.rune, (one) => isAlphabet(one) && !isUpper(one));
    }
  }
}
