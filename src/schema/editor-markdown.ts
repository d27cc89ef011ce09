import type { JsonValue } from '../model/json-value.ts';

/** A dotted path or a file name: `image.tag`, `services.*.port`, `cert-manager.io/cluster-issuer`. */
const CODE = /(?<![\w`])[A-Za-z_][\w-]+(?:\.(?:[\w-]{2,}|\*|<\w+>))+(?:\[\])?(?:\/[\w./-]*\w)?(?![\w`])/g;

/** Code, links and addresses, which are right as they are. */
const FINISHED = /(`[^`\n]+`|\[[^[\]\n]+\]\([^()\s]+\)|https?:\/\/[^\s<>`()[\]]*[^\s<>`()[\].,;:!?'"])/;

/** Plain words of a description as Markdown: paths become code, and nothing else than code and links is taken for markup. */
export function editorMarkdown(words: string): string {
  return words
    .split(FINISHED)
    .map((part, i) => (i % 2 === 1 ? part : marked(part)))
    .join('')
    .replaceAll('\n', '  \n');
}

/** A value as code on one line; undefined when it is too long to be read at a glance. */
export function inlineCode(value: JsonValue): string | undefined {
  const text = JSON.stringify(value);
  return text.length > 80 || text.includes('`') ? undefined : `\`${text}\``;
}

function marked(text: string): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    result += `${escaped(text.slice(at, match.index))}\`${match[0]}\``;
    at = match.index + match[0].length;
  }
  return result + escaped(text.slice(at));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*_[\]<>`#|]/g, '\\$&');
}
