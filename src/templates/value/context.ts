import type { ValuesSource } from './values-source.ts';

/** A place in a template: the text that was parsed, its name, and the range of the node in it. */
export interface TemplatePlace {
  /** The name of the file, or of the template that called `tpl`. */
  readonly file: string;
  /** The whole text that was parsed; what `tpl` expands is no file. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is being executed, innermost first: each action, branch and call with what surrounds it. */
export interface Context {
  /** `write`: an action or text that prints; `branch`: an if, with or range that was entered; `call`: template, include, tpl. */
  readonly kind: 'write' | 'branch' | 'call';
  readonly place: TemplatePlace;
  /** Of a branch: the values that its condition read. Of a call to `tpl`: what the text came from. */
  readonly source: ValuesSource | undefined;
  /** Of a branch: whether the condition held (`else` otherwise); of a range whether there was something. */
  readonly taken: boolean;
  readonly outer: Context | undefined;
}
