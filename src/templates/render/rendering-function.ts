import type { TemplatePlace } from '../value/context.ts';
import type { GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';

/** A text with its origin. */
export interface Rendered {
  readonly value: string;
  readonly origin: Origin | undefined;
}

/** `include` or `tpl`, bound to the templates that it sees. */
export interface RenderingFunction {
  readonly name: string;
  readonly params: readonly string[];
  readonly variadic?: boolean;
  readonly result: string;
  /** `from`: the call. */
  render(args: readonly GoValue[], origins: readonly (Origin | undefined)[], from: TemplatePlace): Rendered;
}
