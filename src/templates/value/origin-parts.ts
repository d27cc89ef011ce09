import type { Mark, Origin, TextOrigin } from './origin.ts';
import { bothSources, type ValuesSource } from './values-source.ts';

/** The origin of a text that is put together part by part. Equal neighbours become one; one alone needs no list. */
export class OriginParts {
  readonly #ends: number[] = [];
  readonly #marks: (Mark | undefined)[] = [];
  #end = 0;
  #decided: ValuesSource | undefined;

  /** A piece of so many characters. */
  add(length: number, mark: Mark | undefined): void {
    if (length === 0) return;
    this.#end += length;
    const last = this.#marks.length - 1;
    if (last >= 0 && this.#marks[last] === mark) this.#ends[last] = this.#end;
    else {
      this.#ends.push(this.#end);
      this.#marks.push(mark);
    }
  }

  /** A whole text. */
  addText(length: number, origin: Origin | undefined): void {
    if (origin?.from === 'pieces') {
      this.decide(origin.decided);
      addPieces(this, origin, 0, origin.ends.at(-1) ?? 0);
    } else if (length === 0) this.decide(origin);
    else this.add(length, origin);
  }

  /** `text.slice(start, end)` of a text. */
  addSlice(origin: Origin | undefined, start: number, end: number): void {
    if (origin?.from !== 'pieces') {
      this.addText(end - start, origin);
      return;
    }
    const { marks, decided } = origin;
    const first = addPieces(this, origin, start, end);
    const isWhole = origin.ends[first] !== undefined && origin.ends[first]! >= end;
    if (!isWhole || !standsAlone(marks[first], decided)) this.decide(decided);
  }

  decide(source: ValuesSource | undefined): void {
    this.#decided = bothSources(this.#decided, source);
  }

  origin(decided = this.#decided): Origin | undefined {
    const marks = this.#marks;
    if (marks.length === 0) return decided;
    if (marks.length === 1 && standsAlone(marks[0], decided)) return marks[0] as ValuesSource | undefined;
    return { from: 'pieces', ends: this.#ends, marks, decided };
  }
}

/** Whether the mark of the only piece of a text says all that there is to say. */
function standsAlone(mark: Mark | undefined, decided: ValuesSource | undefined): boolean {
  return (decided === undefined || decided === mark) && mark?.from !== 'written';
}

/** Adds the pieces between the offsets; gives the index of the first. */
function addPieces(parts: OriginParts, { ends, marks }: TextOrigin, start: number, end: number): number {
  const first = firstPast(ends, start);
  for (let i = first, from = start; i < ends.length && from < end; i++) {
    const to = Math.min(ends[i]!, end);
    parts.add(to - from, marks[i]);
    from = to;
  }
  return first;
}

/** Index of the first end beyond the offset. */
export function firstPast(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
