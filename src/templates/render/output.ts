import type { Context } from '../value/context.ts';
import type { Mark, Origin, Written } from '../value/origin.ts';
import { OriginParts } from '../value/origin-parts.ts';
import { markSource } from '../value/text-origin.ts';
import type { ValuesSource } from '../value/values-source.ts';

/** What a template wrote so far. */
export class Output {
  text = '';
  readonly #parts: OriginParts | undefined;

  constructor(traced: boolean) {
    this.#parts = traced ? new OriginParts() : undefined;
  }

  /** Adds text that `context` wrote. */
  write(text: string, origin: Origin | undefined, context: Context | undefined): void {
    this.text += text;
    if (this.#parts === undefined || context === undefined) return;
    if (origin?.from !== 'pieces') {
      this.#parts.add(text.length, written(context, origin, undefined));
      return;
    }
    let last: Mark | undefined;
    let mark: Written | undefined;
    let from = 0;
    for (const [i, end] of origin.ends.entries()) {
      const inner = origin.marks[i];
      if (mark === undefined || inner !== last) mark = written(context, inner, origin.decided);
      last = inner;
      this.#parts.add(end - from, mark);
      from = end;
    }
  }

  /** Where the text comes from; undefined when nothing is traced. */
  origin(decided: ValuesSource | undefined): Origin | undefined {
    return this.#parts?.origin(decided);
  }
}

function written(context: Context, mark: Mark | undefined, decided: ValuesSource | undefined): Written {
  const inner = mark?.from === 'written' ? mark : undefined;
  return { from: 'written', context, source: markSource(mark), decided, inner };
}
