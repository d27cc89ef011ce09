import type { AbsentField, Field, FieldType } from './field-type.ts';

const LETTERS: Readonly<Record<string, FieldType>> = {
  b: { is: 'boolean' },
  i: { is: 'integer', bits: 32 },
  I: { is: 'integer', bits: 64 },
  n: { is: 'number' },
  y: { is: 'bytes' },
  q: { is: 'quantity' },
  x: { is: 'int-or-string' },
  t: { is: 'time' },
  j: { is: 'any' },
  o: { is: 'object' },
};
const RANGE = /^(.*)@(\d*)(?:-(\d+))?$/;
const TEXT = /^s(?:\((.*)\))?(?:~(\w+))?$/;

/**
 * Reads a field as `npm run kubernetes:record` writes it: `!` for required, then a letter (`s` text, `b` boolean, `i`, `I`
 * integers of 32 and 64 bits, `n` number, `y` bytes, `q` quantity, `x` integer or text, `t` time, `o` any map, `j` anything),
 * the name of a type, `[…]` for a list (`[…|a,b]` with the keys of its items, `[…]=` for a set), `{…}` for a map; words as
 * `s(A|B@30)`, a default as `~A`; `@28-31` where only these minors have it.
 * @param name the type is in the package of `owner` (`core/v1`) unless it names another
 */
export function parseField(
  name: string,
  written: string | readonly string[],
  owner: string,
  minor: number,
): Field | AbsentField {
  let absent: AbsentField = { name };
  for (const variant of typeof written === 'string' ? [written] : written) {
    const [text, since, until] = splitRange(variant);
    if (minor < since) absent = { name, since };
    else if (minor > until) absent = { name, until };
    else {
      const required = text.startsWith('!');
      return { name, required, type: parseType(required ? text.slice(1) : text, owner, minor) };
    }
  }
  return absent;
}

/** The text before `@`, and the minors that the range spans, both ends included. */
export function splitRange(text: string): [text: string, since: number, until: number] {
  const range = RANGE.exec(text);
  if (!range || range[1]!.includes('(') !== range[1]!.includes(')'))
    return [text, 0, Number.POSITIVE_INFINITY];
  return [
    range[1]!,
    Number(range[2] ?? 0),
    range[3] === undefined ? Number.POSITIVE_INFINITY : Number(range[3]),
  ];
}

function parseType(text: string, owner: string, minor: number): FieldType {
  const letter = LETTERS[text];
  if (letter) return letter;
  if (text.startsWith('{')) return { is: 'map', of: parseType(text.slice(1, -1), owner, minor) };
  if (text.startsWith('[')) {
    const end = text.lastIndexOf(']');
    const inner = text.slice(1, end);
    // Words have bars as well, keys never brackets.
    const [, of, keys] = /^(.*?)(?:\|([\w,]+))?$/.exec(inner.endsWith(')') ? `${inner}|` : inner)!;
    return {
      is: 'list',
      of: parseType(inner.endsWith(')') ? inner : of!, owner, minor),
      ...(keys === undefined ? {} : { keys: keys.split(',') }),
      isSet: text.endsWith('='),
    };
  }
  const plain = TEXT.exec(text);
  if (!plain) return { is: 'type', name: text.includes('/') ? text : `${owner}.${text}` };
  const words = plain[1]?.split('|').flatMap((word) => {
    const [spelled, since] = splitRange(word);
    return since <= minor ? [spelled] : [];
  });
  return {
    is: 'text',
    ...(words ? { words } : {}),
    ...(plain[2] === undefined ? {} : { fallback: plain[2] }),
  };
}
