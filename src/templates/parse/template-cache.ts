import { textOf } from '../../model/text-of.ts';
import { type ParsedTemplate, parseTemplate } from './parse-template.ts';

/** Characters of templates that are kept; what is kept of a text takes some twenty times its size. */
const MOST_KEPT = 4_000_000;

/** Texts of charts, read and parsed once for all renderings that follow each other: releases of one chart mostly do. */
export class TemplateCache {
  readonly #texts = new Map<object, string>();
  readonly #parsed = new Map<string, { readonly text: string; readonly parsed: ParsedTemplate }>();
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
    const key = `${functions.helm} ${name}`;
    const known = this.#parsed.get(key);
    if (known?.text === text) return known.parsed;
    const parsed = parseTemplate(name, text, functions);
    this.#keep(text);
    this.#parsed.set(key, { text, parsed });
    return parsed;
  }

  #keep(text: string): void {
    this.#kept += text.length;
    if (this.#kept <= MOST_KEPT) return;
    this.#texts.clear();
    this.#parsed.clear();
    this.#kept = text.length;
  }
}
