import { quoteText } from '../text/quote-text.ts';
import type { TemplatePlace } from '../value/context.ts';
import type { FailureKind } from '../value/failure-kind.ts';
import type { Origin } from '../value/origin.ts';
import type { ValuesSource } from '../value/values-source.ts';

/** One template that was being executed. */
export interface FailureFrame {
  readonly place: TemplatePlace;
  /** Line and column as Go counts them: from 1, and bytes from 0. */
  readonly line: number;
  readonly column: number;
  /** The name of the template. */
  readonly template: string;
  /** The node as Go writes it. */
  readonly node: string;
  /** What Go says: of the innermost frame the error, else what it says before the inner error. */
  readonly says: string;
}

/** Why a rendering stopped. Outermost frame first; none when nothing was executed yet. */
export class RenderFailure extends Error {
  readonly kind: FailureKind;
  readonly frames: readonly FailureFrame[];
  /** The innermost error alone, without place: of `fail` its message. */
  readonly reason: string;
  /** Where the value at fault comes from. */
  readonly origin: Origin | undefined;
  /** The values that decided anything in the template before it. */
  readonly decided: ValuesSource | undefined;
  /** Those of them that the branches around it read. */
  readonly around: ValuesSource | undefined;
  /** What a function says before the failure of what it executed. */
  readonly lead: string;

  constructor(
    kind: FailureKind,
    reason: string,
    frames: readonly FailureFrame[],
    more: Partial<Pick<RenderFailure, 'origin' | 'decided' | 'around' | 'lead'>> = {},
  ) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.frames = frames;
    this.origin = more.origin;
    this.decided = more.decided;
    this.around = more.around;
    this.lead = more.lead ?? '';
  }

  /** The whole error as Go's text/template writes it. */
  get text(): string {
    return this.frames.map(frameText).join('') || this.reason;
  }

  /** The failure as the template that called sees it. */
  within(frame: FailureFrame): RenderFailure {
    const { origin, decided, around } = this;
    return new RenderFailure(this.kind, this.reason, [frame, ...this.frames], { origin, decided, around });
  }

  /** The failure as a function hands it on that has something to say before it. */
  ledBy(lead: string): RenderFailure {
    const { origin, decided, around } = this;
    return new RenderFailure(this.kind, this.reason, this.frames, {
      origin,
      decided,
      around,
      lead,
    });
  }
}

/** What Go says of one template and, behind it, of those that it called. */
export function frameText({ place, line, column, template, node, says }: FailureFrame): string {
  return `template: ${place.file}:${line}:${column}: executing ${quoteText(template)} at <${node}>: ${says}`;
}
