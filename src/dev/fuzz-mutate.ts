import type { FuzzChance } from './fuzz-chance.ts';

/** What readers stumble over: syntax of YAML, JSON, Go templates, workflow commands, escapes, names of prototypes. */
const PIECES: readonly string[] = [
  '\t',
  '\r\n',
  '\n\n',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\u202E',
  '\u001b[31m',
  '\uD800',
  '::error::x',
  '##[group]',
  '__proto__: 1\n',
  '"constructor": ',
  'toString',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '---\n',
  '...\n',
  '? ',
  '| \n',
  '>-\n',
  '- - - ',
  '[[[[',
  '}}',
  '{{ .Values.a }}',
  '{{ range $k, $v := .Values }}',
  '{{ end }}',
  '{{ include "a" . }}',
  '{{- /* ',
  '$ref',
  '"$ref": "#/definitions/a", ',
  '"#/constructor"',
  '"pattern": "(a+)+$", ',
  '"x-chartlint": { "role": [1] }, ',
  '1e999',
  '-0',
  '0x',
  '99999999999999999999',
  '.inf',
  '~',
  'null',
  '"',
  "'",
  '\\',
  ':',
  ': ',
  '#',
  '# chartlint-disable-file\n',
  '# yaml-language-server: $schema=../../etc/passwd\n',
];

/** A text in which one to `most` pieces were put in, taken out, doubled, moved or changed. */
export function fuzzMutate(text: string, chance: FuzzChance, most = 8): string {
  let mutated = text;
  for (let left = 1 + chance.below(most); left > 0; left--) {
    const at = chance.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + chance.below(chance.below(4) === 0 ? 200 : 12));
    const piece = mutated.slice(at, end);
    const to = chance.below(mutated.length + 1);
    const how = chance.below(6);
    if (how === 0) mutated = mutated.slice(0, at) + mutated.slice(end);
    else if (how === 1)
      mutated = mutated.slice(0, at) + piece.repeat(1 + chance.below(40)) + mutated.slice(at);
    else if (how === 2) mutated = mutated.slice(0, to) + piece + mutated.slice(to);
    else if (how === 3)
      mutated = mutated.slice(0, at) + String.fromCharCode(chance.below(0x300)) + mutated.slice(end);
    else mutated = mutated.slice(0, at) + chance.pick(PIECES) + mutated.slice(how === 4 ? at : end);
  }
  return mutated;
}
