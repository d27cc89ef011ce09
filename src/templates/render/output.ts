import type { Context } from '../value/context.ts';
import type { Mark, Origin, Written } from '../value/origin.ts';
import { markSource, originOf, piecesOf, type TextPiece } from '../value/text-origin.ts';
import type { ValuesSource } from '../value/values-source.ts';

/** What a template wrote so far. */
export class Output {
  text = '';
  readonly #pieces: TextPiece[] | undefined;

  constructor(traced: boolean) {
    this.#pieces = traced ? [] : undefined;
  }

  /** Adds text that `context` wrote. */
  write(text: string, origin: Origin | undefined, context: Context | undefined): void {
    this.text += text;
    if (this.#pieces === undefined || context === undefined) return;
    if (origin?.from !== 'pieces') {
      this.#pieces.push({ length: text.length, mark: written(context, origin, undefined) });
      return;
    }
    let last: Mark | undefined;
    let mark: Written | undefined;
    for (const piece of piecesOf(origin, text.length)) {
      if (mark === undefined || piece.mark !== last) mark = written(context, piece.mark, origin.decided);
      last = piece.mark;
      this.#pieces.push({ length: piece.length, mark });
    }
  }

  /** Where the text comes from; undefined when nothing is traced. */
  origin(decided: ValuesSource | undefined): Origin | undefined {
    return this.#pieces && originOf(this.#pieces, decided);
  }
}

function written(context: Context, mark: Mark | undefined, decided: ValuesSource | undefined): Written {
  const inner = mark?.from === 'written' ? mark : undefined;
  return { from: 'written', context, source: markSource(mark), decided, inner };
}
