import { textOf } from '../../model/text-of.ts';
import type { Tree } from './node.ts';
import { type ParsedTemplate, parseTemplate, parseTolerantly } from './parse-template.ts';

/** Characters of templates that are kept; what is kept of a text takes some twenty times its size. */
const MOST_KEPT = 4_000_000;

/** What is known of a text. */
interface KnownText {
  /** As Go parses it under the name of one file, by the major version of Helm. */
  readonly parsed: Map<3 | 4, { readonly name: string; readonly parsed: ParsedTemplate }>;
  tolerantly?: readonly Tree[];
}

/**
 * Texts of charts, read and parsed once for all that read and render them one after the other: releases of one chart mostly do, and many charts hold the
 * same library.
 */
export class TemplateCache {
  readonly #texts = new Map<object, string>();
  readonly #known = new Map<string, KnownText>();
  #kept = 0;

  /** The text of a file of a chart. */
  read(file: { bytes(): Uint8Array }): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const text = textOf(file.bytes());
    this.#keep(text);
    this.#texts.set(file, text);
    return text;
  }

  /** As `parseTemplate` does with the functions of this Helm. */
  parse(
    name: string,
    text: string,
    functions: { readonly helm: 3 | 4; has(name: string): boolean },
  ): ParsedTemplate {
    const { parsed: byHelm } = this.#of(text);
    const known = byHelm.get(functions.helm);
    const same = known && renamed(known.parsed, known.name, name);
    if (same !== undefined) return same;
    const parsed = parseTemplate(name, text, functions);
    byHelm.set(functions.helm, { name, parsed });
    return parsed;
  }

  /** The trees of `parseTolerantly`; the name of the text is empty. */
  parseTolerantly(text: string): readonly Tree[] {
    const known = this.#of(text);
    known.tolerantly ??= asTolerated(known) ?? parseTolerantly('', text).trees;
    return known.tolerantly;
  }

  #of(text: string): KnownText {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#keep(text);
    const fresh: KnownText = { parsed: new Map() };
    this.#known.set(text, fresh);
    return fresh;
  }

  #keep(text: string): void {
    this.#kept += text.length;
    if (this.#kept <= MOST_KEPT) return;
    this.#texts.clear();
    this.#known.clear();
    this.#kept = text.length;
  }
}

/** What Go accepts means the same to both. */
function asTolerated({ parsed }: KnownText): readonly Tree[] | undefined {
  for (const { name, parsed: one } of parsed.values()) {
    const { problem, trees } = renamed(one, name, '') ?? {};
    if (problem === undefined && trees !== undefined) return trees;
  }
  return undefined;
}

/** The same text under the name of another file; undefined where the name is a part of what was parsed. */
function renamed(parsed: ParsedTemplate, from: string, to: string): ParsedTemplate | undefined {
  if (from === to) return parsed;
  const { trees, problem } = parsed;
  if (
    problem !== undefined ||
    trees.some(({ name }, i) => i < trees.length - 1 && (name === from || name === to))
  )
    return undefined;
  const own = trees.length - 1;
  return {
    trees: trees.map((tree, i) => ({ ...tree, file: to, name: i === own ? to : tree.name })),
    problem,
  };
}
