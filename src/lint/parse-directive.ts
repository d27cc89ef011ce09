import type { Span } from '../model/span.ts';

/** The words after `chartlint-`. */
export const VERBS = ['disable-file', 'disable-line', 'disable-next-line', 'disable', 'enable'] as const;
export type Verb = (typeof VERBS)[number];

/** A `# chartlint-…` comment. */
export interface Directive {
  /** Undefined when it is none that chartlint knows. */
  readonly verb: Verb | undefined;
  /** The word after `#`, as written: `chartlint-disable-line`. */
  readonly word: string;
  /** The rules and checks it names; none means all. */
  readonly names: readonly { readonly id: string; readonly span: Span }[];
  /** The text after `--`. */
  readonly reason: string | undefined;
  /** From `#` to the end of the comment. */
  readonly span: Span;
}

const SHAPE = /^#[ \t]*(chartlint-([\w-]+):?)(.*)$/s;

/** Reads a comment: `# chartlint-<verb> rule, rule -- reason`. */
export function parseDirective(span: Span, text: string): Directive {
  const [, word = '', verb, rest = ''] = SHAPE.exec(text.slice(span.start, span.end)) ?? [];
  const restStart = span.end - rest.length;
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const list = dashes === null ? rest : rest.slice(0, dashes.index);
  const reason = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length).trim();
  return {
    verb: VERBS.find((candidate) => candidate === verb),
    word: word.replace(/:$/, ''),
    names: Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => {
      const start = restStart + index;
      return { id, span: { source: span.source, start, end: start + id.length } };
    }),
    reason: reason === '' ? undefined : reason,
    span,
  };
}
