import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import { LineIndex } from '../model/line-index.ts';
import { DirectiveReach } from './directive-reach.ts';
import { type Directive, parseDirective } from './parse-directive.ts';

/** A file, or a block of text in it, with its comments. */
interface CommentedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly directives: readonly Directive[];
  readonly reach: DirectiveReach;
  /** What it stands in. */
  readonly around: CommentedText | undefined;
}

/** A file with `# chartlint-…` comments, of which those in blocks of text (`values: |`) count for their block alone. */
export class CommentedFile {
  /** By where they start; the file itself first. */
  readonly texts: CommentedText[] = [];
  readonly #lines: LineIndex;

  constructor(text: string, comments: readonly ControlComment[]) {
    this.#lines = new LineIndex(text);
    const groups = new Map<string, ControlComment[]>([['', []]]);
    for (const comment of comments) {
      const key = comment.within === undefined ? '' : `${comment.within.start} ${comment.within.end}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [comment]);
      else group.push(comment);
    }
    const ranges = Array.from(groups.values(), (group) => ({
      group,
      start: group[0]?.within?.start ?? 0,
      end: group[0]?.within?.end ?? Number.POSITIVE_INFINITY,
    })).sort((a, b) => a.start - b.start || b.end - a.end);
    for (const { group, start, end } of ranges) {
      const directives = group.map((comment) => parseDirective(comment, text));
      const reach = new DirectiveReach(directives, this.#lines);
      let around = this.texts.at(-1);
      while (around !== undefined && around.end <= start) around = around.around;
      this.texts.push({ text, start, end, directives, reach, around });
    }
  }

  /** The closest comment that hides the finding: of the block of text that it stands in, then of what is around that. */
  hides({ rule, span: { start } }: Finding): Directive | undefined {
    const line = this.#lines.positionAt(start).line;
    for (let within = this.#lastBefore(start); within !== undefined; within = within.around) {
      const directive = start < within.end ? within.reach.hides(rule, line) : undefined;
      if (directive !== undefined) return directive;
    }
    return undefined;
  }

  /** The last of the texts that starts at or before the offset. */
  #lastBefore(offset: number): CommentedText | undefined {
    let [low, high] = [0, this.texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.texts[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.texts[low - 1];
  }
}
