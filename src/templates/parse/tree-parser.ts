import { quoteText } from '../text/quote-text.ts';
import type { BranchNode, ListNode, Node, PipeNode } from './node.ts';
import type { ParseRun } from './parse-run.ts';
import { PipeParser } from './pipe-parser.ts';
import type { Token } from './token.ts';

/** `{{end}}` or `{{else}}`, which end a list. */
type Stop = { readonly kind: 'end' } | { readonly kind: 'else' };

/** White space as Go's bytes.TrimSpace knows it. */
const SPACES = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;

const END: Stop = { kind: 'end' };

/** Parses the body of one template: control structures, as Go's text/template/parse/parse.go. */
export class TreeParser {
  readonly #run: ParseRun;
  readonly #pipes: PipeParser;
  #rangeDepth = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#pipes = new PipeParser(run);
  }

  /** A whole file; the definitions in it and the file itself go to the run's trees. */
  file(): void {
    const { stream } = this.#run;
    const nodes: Node[] = [];
    while (stream.peek().kind !== 'EOF') {
      const delimiter = stream.next();
      if (delimiter.kind === '{{') {
        const word = stream.nextNonSpace();
        if (word.kind === 'define') {
          new TreeParser(this.#run).#definition();
          continue;
        }
        stream.backup(delimiter, word);
      } else stream.backup(delimiter);
      const node = this.#textOrAction();
      if (node?.kind === 'end' || node?.kind === 'else') this.#run.complain(`unexpected {{${node.kind}}}`);
      else if (node !== undefined) nodes.push(node);
    }
    this.#add(this.#run.file, { kind: 'list', nodes });
  }

  #definition(): void {
    const name = this.#templateName('define clause');
    this.#expect('}}', 'define clause');
    this.#body(name, 'define clause');
  }

  /** `from`: the token whose line an `else` is complained about, when not the newest. */
  #body(name: string, context: string, from?: Token): void {
    const { list, stop } = this.#run.nested(() => this.#list());
    if (stop.kind === 'else') this.#run.complain(`unexpected {{else}} in ${context}`, from);
    this.#add(name, list);
  }

  #add(name: string, root: ListNode): void {
    const { file, text, trees, filled } = this.#run;
    if (!isEmptyList(root)) {
      if (filled.has(name))
        this.#run.complain(`template: multiple definition of template ${quoteText(name)}`);
      filled.add(name);
    }
    trees.push({ name, file, text, root });
  }

  /** The nodes up to `end` or `else`. */
  #list(): { list: ListNode; stop: Stop } {
    const { stream } = this.#run;
    const nodes: Node[] = [];
    while (stream.peekNonSpace().kind !== 'EOF') {
      const node = this.#textOrAction();
      if (node === undefined) continue;
      if (node.kind === 'end' || node.kind === 'else') return { list: { kind: 'list', nodes }, stop: node };
      nodes.push(node);
    }
    this.#run.complain('unexpected EOF');
    return { list: { kind: 'list', nodes }, stop: END };
  }

  #textOrAction(): Node | Stop | undefined {
    const token = this.#run.stream.nextNonSpace();
    if (token.kind === 'text') {
      const { pos, text } = token;
      return { kind: 'text', pos, start: pos, end: pos + text.length, text };
    }
    if (token.kind !== '{{') {
      this.#pipes.unexpected(token, 'input');
      return undefined;
    }
    this.#pipes.actionPos = token.pos;
    const node = this.#action(token);
    this.#pipes.actionPos = undefined;
    return node;
  }

  #action(open: Token): Node | Stop | undefined {
    const { stream } = this.#run;
    const token = stream.nextNonSpace();
    switch (token.kind) {
      case 'block':
        return this.#block(open);
      case 'break':
      case 'continue':
        return this.#loopControl(open, token.kind, token.pos);
      case 'else':
        return this.#else();
      case 'end':
        this.#expect('}}', 'end');
        return END;
      case 'if':
      case 'with':
      case 'range':
        return this.#control(open, token.kind);
      case 'template':
        return this.#template(open);
      case 'define':
        if (this.#run.tolerant) {
          this.#pipes.unexpected(token, 'command');
          new TreeParser(this.#run).#definition();
          return undefined;
        }
        break;
      default:
    }
    stream.backup(token);
    const pipe = this.#pipes.pipeline('command', '}}');
    return { kind: 'action', pos: token.pos, start: open.pos, end: pipe.end + 2, pipe };
  }

  #expect(kind: Token['kind'], context: string): Token {
    let token = this.#run.stream.nextNonSpace();
    if (token.kind === kind) return token;
    this.#pipes.unexpected(token, context);
    while (token.kind !== kind && token.kind !== 'EOF') token = this.#run.stream.nextNonSpace();
    return token;
  }

  #loopControl(open: Token, kind: 'break' | 'continue', pos: number): Node {
    const close = this.#expect('}}', `{{${kind}}}`);
    if (this.#rangeDepth === 0) this.#run.complain(`{{${kind}}} outside {{range}}`);
    return { kind, pos, start: open.pos, end: close.pos + 2 };
  }

  #else(): Stop {
    const { kind } = this.#run.stream.peekNonSpace();
    // Of "else if" and "else with" the rest of the action stays for the one who opened the block.
    if (kind !== 'if' && kind !== 'with') this.#expect('}}', 'else');
    return { kind: 'else' };
  }

  #control(open: Token, kind: 'if' | 'with' | 'range'): BranchNode {
    const { stream } = this.#run;
    const known = this.#pipes.variables.length;
    const pipe = this.#pipes.pipeline(kind, '}}');
    if (kind === 'range') this.#rangeDepth += 1;
    const { list, stop } = this.#run.nested(() => this.#list());
    if (kind === 'range') this.#rangeDepth -= 1;
    let elseList: ListNode | undefined;
    if (stop.kind === 'else') {
      const next = stream.peek();
      if (next.kind === kind && kind !== 'range') {
        stream.next();
        elseList = { kind: 'list', nodes: [this.#run.nested(() => this.#control(next, kind))] };
      } else elseList = this.#elseList();
    }
    this.#pipes.variables.length = known;
    return { kind, pos: pipe.pos, start: open.pos, end: pipe.end + 2, pipe, list, elseList };
  }

  #elseList(): ListNode {
    const { list, stop } = this.#run.nested(() => this.#list());
    if (stop.kind !== 'else') return list;
    this.#run.complain('expected end; found {{else}}');
    return { kind: 'list', nodes: [...list.nodes, ...this.#elseList().nodes] };
  }

  #block(open: Token): Node {
    const context = 'block clause';
    const name = this.#run.stream.peekNonSpace();
    const text = this.#templateName(context);
    const pipe = this.#pipes.pipeline(context, '}}');
    new TreeParser(this.#run).#body(text, context, this.#run.stream.newest);
    return { kind: 'template', pos: name.pos, start: open.pos, end: pipe.end + 2, name: text, pipe };
  }

  #template(open: Token): Node {
    const context = 'template clause';
    const { stream } = this.#run;
    const { pos } = stream.peekNonSpace();
    const name = this.#templateName(context);
    const next = stream.nextNonSpace();
    let pipe: PipeNode | undefined;
    if (next.kind !== '}}') {
      stream.backup(next);
      pipe = this.#pipes.pipeline(context, '}}');
    }
    return { kind: 'template', pos, start: open.pos, end: (pipe?.end ?? next.pos) + 2, name, pipe };
  }

  #templateName(context: string): string {
    const token = this.#run.stream.nextNonSpace();
    if (token.kind === 'string' || token.kind === 'raw string') return this.#pipes.text(token);
    this.#pipes.unexpected(token, context);
    if (token.kind === '}}' || token.kind === 'EOF') this.#run.stream.backup(token);
    return '';
  }
}

/** Whether there is nothing but white space: such a definition replaces no other (IsEmptyTree of Go). */
export function isEmptyList(list: ListNode): boolean {
  return list.nodes.every((node) => node.kind === 'text' && SPACES.test(node.text));
}
