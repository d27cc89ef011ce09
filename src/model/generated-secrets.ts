/**
 * `secretGenerator` of a kustomization, in YAML or JSON: up to the next line that is not below it; in the middle of a line of JSON, also
 * where that is in a string, up to its end.
 */
const GENERATOR =
  /^([ \t]*)["']?secretGenerator["']?:.*(?:\r?\n(?:\1[ \t\-\]}].*)?)*|\bsecretGenerator\\{0,15}["']:.*/gm;
/** In it: a key, behind which another list begins, or one literal up to its `=`. */
const LITERAL =
  /\b(literals|files|envs?|name|namespace|behavior|options|type)(?:\\{0,15}["'])?:|((?:\\{0,15}["'])?)[\w.-]{1,253}=/g;

/** The values of `literals` of a kustomization's `secretGenerator`: all of them go into Secrets, whatever their names. */
export function generatedSecrets(text: string): { readonly start: number; readonly end: number }[] {
  if (!text.includes('secretGenerator')) return [];
  const found: { start: number; end: number }[] = [];
  for (const { 0: block, index } of text.matchAll(GENERATOR)) {
    let list = '';
    /** The value of a literal may hold a `=` itself. */
    let done = 0;
    for (const { 0: head, 1: key, 2: quote = '', index: at } of block.matchAll(LITERAL)) {
      if (at < done) continue;
      if (key !== undefined) list = key;
      else if (list === 'literals') {
        const start = at + head.length;
        done = start + valueLength(block, start, quote);
        found.push({ start: index + start, end: index + done });
      }
    }
  }
  return found;
}

function valueLength(block: string, start: number, quote: string): number {
  const end = quote === '' ? /[\r\n,\]]|\s#/g : quote.length > 1 ? /[\\\r\n]/g : /["'\r\n]/g;
  end.lastIndex = start;
  return (end.exec(block)?.index ?? block.length) - start;
}
