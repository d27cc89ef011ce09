import { printPlain } from '../../text/print-value.ts';
import { quoteText } from '../../text/quote-text.ts';
import type { GoFunction, GoValue } from '../../value/go-value.ts';
import { bytesOf } from '../../value/utf8.ts';

/** What the arguments say together: fmt.Sprint, but nil prints as in templates (evalArgs of Go's text/template/funcs.go). */
function printTogether(values: readonly GoValue[]): string {
  let text = '';
  let isText = true;
  for (const one of values) {
    const value = one ?? '<no value>';
    if (typeof value !== 'string' && !isText) text += ' ';
    text += printPlain(value);
    isText = typeof value === 'string';
  }
  return text;
}

const escaper = (name: string, escapeText: (text: string) => string): GoFunction => ({
  name,
  params: ['interface {}'],
  variadic: true,
  result: 'string',
  call: (args) => escapeText(printTogether(args)),
});

const HTML: Readonly<Record<string, string>> = {
  '\0': '\uFFFD',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const JS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

function escapeJs(character: string): string {
  const point = character.codePointAt(0)!;
  if (point < 0x80) return JS[character] ?? `\\u${hexOf(point)}`;
  if (point >= 0xd800 && point <= 0xdfff) return character;
  return quoteText(character).startsWith('"\\') ? `\\u${hexOf(point)}` : character;
}

const hexOf = (point: number): string => point.toString(16).toUpperCase().padStart(4, '0');

/** url.QueryEscape of Go. */
function escapeQuery(text: string): string {
  let escaped = '';
  for (const byte of bytesOf(text)) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9_.~-]/.test(character)) escaped += character;
    else escaped += byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}

/** `html js urlquery` of Go's text/template/funcs.go. */
export const escaping: readonly GoFunction[] = [
  escaper('html', (text) => text.replaceAll(/[\0"'&<>]/g, (character) => HTML[character]!)),
  escaper('js', (text) => text.replaceAll(/[^ !#-%(-;?-[\]-~]/gu, escapeJs)),
  escaper('urlquery', escapeQuery),
];
