import type { CommandNode, Node, Operand, Tree } from '../parse/node.ts';
import { nodeText } from '../parse/node-text.ts';
import { quoteText } from '../text/quote-text.ts';
import type { TemplatePlace } from '../value/context.ts';
import type { FailureKind } from '../value/failure-kind.ts';
import type { GoFunction } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { byteLength } from '../value/utf8.ts';
import { branchSource } from './branch-source.ts';
import type { Held } from './held.ts';
import { type FailureFrame, RenderFailure } from './render-failure.ts';
import type { RenderRun } from './render-run.ts';
import type { RenderingFunction } from './rendering-function.ts';
import type { TemplateSet } from './template-set.ts';

/** Any node that an error can be about. */
export type AnyNode = Node | Operand | CommandNode;

/** One template while it is executed: state of Go's text/template/exec.go. */
export class Scope {
  readonly run: RenderRun;
  readonly tree: Tree;
  /** The templates that can be called here. */
  readonly set: TemplateSet;
  /** `include` and `tpl` as they are here: `tpl` sees what is defined around it. */
  readonly bound: ReadonlyMap<string, RenderingFunction>;
  /** Where the text of the template comes from, when it is a value itself. */
  readonly textOrigin: Origin | undefined;
  /** The node that errors are about now. */
  node: AnyNode | undefined;
  readonly #names: string[] = ['$'];
  readonly #values: Held[];

  constructor(
    run: RenderRun,
    tree: Tree,
    set: TemplateSet,
    bound: ReadonlyMap<string, RenderingFunction>,
    dot: Held,
    textOrigin: Origin | undefined,
  ) {
    this.run = run;
    this.tree = tree;
    this.set = set;
    this.bound = bound;
    this.textOrigin = textOrigin;
    this.#values = [dot];
  }

  declare(name: string, value: Held): void {
    this.#names.push(name);
    this.#values.push(value);
  }

  /** How many variables there are, to go back to. */
  mark(): number {
    return this.#names.length;
  }

  release(mark: number): void {
    this.#names.length = mark;
    this.#values.length = mark;
  }

  /** Changes the variable that was declared `n`th from last. */
  setRecent(n: number, value: Held): void {
    this.#values[this.#values.length - n] = value;
  }

  assign(name: string, value: Held): void {
    this.#values[this.#indexOf(name)] = value;
  }

  variable(name: string): Held {
    return this.#values[this.#indexOf(name)]!;
  }

  #indexOf(name: string): number {
    const index = this.#names.lastIndexOf(name);
    return index < 0 ? this.fail('undefined', `undefined variable: ${name}`) : index;
  }

  /** Stops with Go's words at the node that is being executed. `origin` is that of the value at fault. */
  fail(kind: FailureKind, says: string, origin?: Origin | undefined, reason = says): never {
    const { decided, context } = this.run;
    throw new RenderFailure(kind, reason, [this.frame(says)], {
      origin,
      decided,
      around: branchSource(context),
    });
  }

  /** What an error says of this template. */
  frame(says: string): FailureFrame {
    const node = this.node;
    const pos = node?.pos ?? 0;
    const before = this.tree.text.slice(0, pos);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      place: this.place(node),
      line: before.split('\n').length,
      column: byteLength(before.slice(lineStart)),
      template: this.tree.name,
      node: node === undefined ? '' : nodeText(node),
      says,
    };
  }

  place(node: AnyNode | undefined): TemplatePlace {
    const { file, text } = this.tree;
    return { file, text, start: node?.start ?? 0, end: node?.end ?? 0 };
  }

  findFunction(name: string): GoFunction | RenderingFunction {
    const found = this.bound.get(name) ?? this.run.functions.get(name);
    return found ?? this.fail('undefined', `${quoteText(name)} is not a defined function`);
  }
}
