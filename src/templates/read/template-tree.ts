import { type TemplateToken, templateActions } from './template-tokens.ts';

/** `a | b | c`, with what it declares or assigns. */
export interface Pipe {
  readonly commands: readonly (readonly Operand[])[];
  readonly variables: readonly string[];
  /** `=` rather than `:=`. */
  readonly assigns: boolean;
}

/** One word of a command. `path` are the fields behind it: `$x.a.b`, `(f .y).a`. */
export type Operand =
  | { readonly kind: 'dot' | 'other'; readonly path: readonly string[] }
  | {
      readonly kind: 'variable' | 'function' | 'text';
      readonly name: string;
      readonly path: readonly string[];
    }
  | { readonly kind: 'pipe'; readonly pipe: Pipe; readonly path: readonly string[] };

/** A piece of a template that does something. */
export type TemplateNode =
  | { readonly kind: 'output'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipe: Pipe;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe }
  | { readonly kind: 'define'; readonly name: string; readonly body: readonly TemplateNode[] };

/** The structure of a template. A template that Helm could not read gives what of it can be understood. */
export function parseTemplate(template: string): TemplateNode[] {
  return new Parser(templateActions(template)).all();
}

class Parser {
  readonly #actions: readonly TemplateToken[][];
  #next = 0;

  constructor(actions: readonly TemplateToken[][]) {
    this.#actions = actions;
  }

  all(): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    // A stray `end` or `else` ends a list early; what follows is read all the same.
    while (this.#next < this.#actions.length) {
      nodes.push(...this.#list());
      this.#next += 1;
    }
    return nodes;
  }

  /** Up to and not including the action that ends the list: `end` or `else`. */
  #list(): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    for (; this.#next < this.#actions.length; this.#next++) {
      const action = this.#actions[this.#next]!;
      const word = action[0]!.kind === 'name' ? action[0]!.text : '';
      if (word === 'end' || word === 'else') return nodes;
      nodes.push(...this.#node(word, action));
    }
    return nodes;
  }

  #node(word: string, action: readonly TemplateToken[]): TemplateNode[] {
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        return [this.#control(word, action.slice(1))];
      case 'define':
      case 'block': {
        const name = action[1]?.text ?? '';
        const pipe = parsePipe(action.slice(2));
        this.#next += 1;
        const define: TemplateNode = { kind: 'define', name, body: this.#list() };
        return word === 'block' ? [define, { kind: 'template', name, pipe }] : [define];
      }
      case 'template':
        return [{ kind: 'template', name: action[1]?.text ?? '', pipe: parsePipe(action.slice(2)) }];
      case 'break':
      case 'continue':
        return [];
      default:
        return [{ kind: 'output', pipe: parsePipe(action) }];
    }
  }

  /** The position ends on the `end` of the construct. */
  #control(kind: 'if' | 'with' | 'range', head: readonly TemplateToken[]): TemplateNode {
    const pipe = parsePipe(head);
    this.#next += 1;
    const body = this.#list();
    const stop = this.#actions[this.#next];
    let otherwise: TemplateNode[] = [];
    if (stop?.[0]?.text === 'else') {
      const chained = stop[1]?.kind === 'name' && (stop[1].text === 'if' || stop[1].text === 'with');
      if (chained) {
        otherwise = [this.#control(stop[1]!.text as 'if' | 'with', stop.slice(2))];
      } else {
        this.#next += 1;
        otherwise = this.#list();
      }
    }
    return { kind, pipe, body, otherwise };
  }
}

/** Reads a pipeline; what makes no sense in it is skipped. */
export function parsePipe(tokens: readonly TemplateToken[]): Pipe {
  let at = 0;
  const sign = (text: string): boolean => tokens[at]?.kind === 'sign' && tokens[at]!.text === text;

  function pipe(): Pipe {
    const { variables, assigns } = declaration();
    const commands: Operand[][] = [[]];
    for (; at < tokens.length && !sign(')'); at++) {
      if (sign('|')) commands.push([]);
      else commands.at(-1)!.push(...operand());
    }
    return { commands, variables, assigns };
  }

  function declaration(): { variables: string[]; assigns: boolean } {
    const names: string[] = [];
    let ahead = at;
    while (tokens[ahead]?.kind === 'variable') {
      names.push(tokens[ahead]!.text);
      const after = tokens[ahead + 1];
      if (after?.kind === 'sign' && (after.text === ':=' || after.text === '=')) {
        at = ahead + 2;
        return { variables: names, assigns: after.text === '=' };
      }
      if (after?.text !== ',') break;
      ahead += 2;
    }
    return { variables: [], assigns: false };
  }

  /** The position stays on the operand's last token. */
  function operand(): Operand[] {
    const token = tokens[at]!;
    switch (token.kind) {
      case 'field':
        return [{ kind: 'dot', path: token.text === '' ? [] : token.text.split('.') }];
      case 'variable':
        return [{ kind: 'variable', name: token.text, path: fields() }];
      case 'name': {
        const constant = token.text === 'true' || token.text === 'false' || token.text === 'nil';
        return [constant ? { kind: 'other', path: [] } : { kind: 'function', name: token.text, path: [] }];
      }
      case 'text':
        return [{ kind: 'text', name: token.text, path: [] }];
      case 'number':
        return [{ kind: 'other', path: [] }];
      default: {
        if (token.text !== '(') return [];
        at += 1;
        const inner = pipe();
        return [{ kind: 'pipe', pipe: inner, path: fields() }];
      }
    }
  }

  /** Fields that stand right behind the token, without a space. */
  function fields(): string[] {
    const after = tokens[at + 1];
    if (after?.kind !== 'field' || after.spaced || after.text === '') return [];
    at += 1;
    return after.text.split('.');
  }

  return pipe();
}

/** `include (print $.Template.BasePath "/configmap.yaml") .`: a file of the chart, which is read anyway. */
export function namesTemplateFile(operand: Operand | undefined): boolean {
  return operand?.kind === 'pipe' && JSON.stringify(operand.pipe).includes('"BasePath"');
}
