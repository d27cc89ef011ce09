import { quoteText } from '../text/quote-text.ts';
import type { CommandNode, NumberNode, Operand, PipeNode, VariableNode } from './node.ts';
import { nodeText } from './node-text.ts';
import type { ParseRun } from './parse-run.ts';
import { readNumber } from './read-number.ts';
import type { Token } from './token.ts';
import { unquoteGo } from './unquote-go.ts';

const OPERANDS: ReadonlySet<Token['kind']> = new Set<Token['kind']>([
  'bool',
  'character constant',
  'complex',
  '.',
  'field',
  'identifier',
  'number',
  'nil',
  'raw string',
  'string',
  'variable',
  '(',
]);

const NOT_EXECUTABLE: ReadonlySet<Operand['kind']> = new Set<Operand['kind']>([
  'bool',
  'dot',
  'nil',
  'number',
  'string',
]);

/** Parses pipelines as Go's text/template/parse/parse.go; knows which variables are declared. */
export class PipeParser {
  readonly #run: ParseRun;
  /** The variables in scope, with their `$`. */
  readonly variables: string[] = ['$'];
  /** Where the action that is being parsed starts; undefined between actions. */
  actionPos: number | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  unexpected(token: Token, context: string): void {
    this.#run.unexpected(token, context, this.actionPos);
  }

  /** A pipeline and the token that ends it. */
  pipeline(context: string, end: '}}' | ')'): PipeNode {
    const { stream } = this.#run;
    const first = stream.peekNonSpace();
    const { variables, isAssign } = this.#declaration(context);
    const commands: CommandNode[] = [];
    for (;;) {
      const token = stream.nextNonSpace();
      if (token.kind === end) {
        this.#check(commands, context);
        return pipeNode(first.pos, first.pos, token.pos, isAssign, variables, commands);
      }
      if (OPERANDS.has(token.kind)) {
        stream.backup(token);
        commands.push(this.#command());
        continue;
      }
      this.unexpected(token, context);
      if (token.kind !== 'EOF' && token.kind !== '}}') continue;
      stream.backup(token);
      return pipeNode(first.pos, first.pos, token.pos, isAssign, variables, commands);
    }
  }

  #declaration(context: string): { variables: VariableNode[]; isAssign: boolean } {
    const { stream } = this.#run;
    const variables: VariableNode[] = [];
    for (;;) {
      const token = stream.peekNonSpace();
      if (token.kind !== 'variable') return { variables, isAssign: false };
      stream.next();
      // "$x foo": only the token behind the space tells whether $x is declared or an argument.
      const after = stream.peek();
      const next = stream.peekNonSpace();
      const isComma = next.kind === 'char' && next.text === ',';
      if (next.kind !== '=' && next.kind !== ':=' && !isComma) {
        if (after.kind === 'space') stream.backup(token, after);
        else stream.backup(token);
        return { variables, isAssign: false };
      }
      stream.nextNonSpace();
      variables.push(variableNode(token));
      this.variables.push(token.text);
      if (!isComma) return { variables, isAssign: next.kind === '=' };
      if (context === 'range' && variables.length < 2) {
        const { kind } = stream.peekNonSpace();
        if (kind === 'variable' || kind === '}}' || kind === ')') continue;
        this.#run.complain('range can only initialize variables');
      }
      this.#run.complain(`too many declarations in ${context}`);
    }
  }

  #check(commands: readonly CommandNode[], context: string): void {
    if (commands.length === 0) this.#run.complain(`missing value for ${context}`);
    for (let i = 1; i < commands.length; i++) {
      const [head] = commands[i]!.args;
      if (head !== undefined && NOT_EXECUTABLE.has(head.kind))
        this.#run.complain(`non executable command in pipeline stage ${i + 1}`);
    }
  }

  #command(): CommandNode {
    const { stream } = this.#run;
    const first = stream.peekNonSpace();
    const args: Operand[] = [];
    let end = first.pos;
    for (;;) {
      stream.peekNonSpace();
      const operand = this.#operand();
      if (operand !== undefined) args.push(operand);
      const token = stream.next();
      end = token.pos;
      if (token.kind === 'space') continue;
      if (token.kind === '}}' || token.kind === ')') stream.backup(token);
      else if (token.kind !== '|') {
        this.unexpected(token, 'operand');
        if (token.kind !== 'EOF') continue;
        stream.backup(token);
      }
      break;
    }
    if (args.length === 0) this.#run.complain('empty command');
    return { kind: 'command', pos: first.pos, start: first.pos, end, args };
  }

  #operand(): Operand | undefined {
    const { stream } = this.#run;
    const node = this.#term();
    const first = stream.peek();
    if (node === undefined || first.kind !== 'field') return node;
    const fields: string[] = [];
    let end = first.pos;
    while (stream.peek().kind === 'field') {
      const { pos, text } = stream.next();
      fields.push(text.slice(1));
      end = pos + text.length;
    }
    const { pos } = first;
    const { start } = node;
    if (node.kind === 'field') return { kind: 'field', pos, start, end, fields: [...node.fields, ...fields] };
    if (node.kind === 'variable')
      return { kind: 'variable', pos, start, end, name: node.name, fields: [...node.fields, ...fields] };
    if (NOT_EXECUTABLE.has(node.kind))
      this.#run.complain(`unexpected . after term ${quoteText(nodeText(node))}`);
    return { kind: 'chain', pos, start, end, node, fields };
  }

  #term(): Operand | undefined {
    const { stream } = this.#run;
    const token = stream.nextNonSpace();
    const { pos } = token;
    const end = pos + token.text.length;
    switch (token.kind) {
      case 'identifier':
        if (!this.#run.hasFunction(token.text))
          this.#run.complain(`function ${quoteText(token.text)} not defined`);
        return { kind: 'identifier', pos, start: pos, end, name: token.text };
      case '.':
        return { kind: 'dot', pos, start: pos, end };
      case 'nil':
        return { kind: 'nil', pos, start: pos, end };
      case 'variable':
        if (!this.variables.includes(token.text))
          this.#run.complain(`undefined variable ${quoteText(token.text)}`);
        return variableNode(token);
      case 'field':
        return { kind: 'field', pos, start: pos, end, fields: [token.text.slice(1)] };
      case 'bool':
        return { kind: 'bool', pos, start: pos, end, value: token.text === 'true' };
      case 'character constant':
      case 'complex':
      case 'number':
        return this.#number(token, token.kind);
      case '(':
        return this.#parenthesized(token);
      case 'string':
      case 'raw string':
        return { kind: 'string', pos, start: pos, end, quoted: token.text, text: this.text(token) };
      default:
        stream.backup(token);
        return undefined;
    }
  }

  #parenthesized(open: Token): PipeNode {
    const pipe = this.#run.nested(() => this.pipeline('parenthesized pipeline', ')'));
    const { pos, end, isAssign, variables, commands } = pipe;
    return pipeNode(pos, open.pos, end + 1, isAssign, variables, commands);
  }

  /** What a string says. */
  text(token: Token): string {
    const text = unquoteGo(token.text);
    if (text === undefined) this.#run.complain('invalid syntax');
    return text ?? token.text.slice(1, -1);
  }

  #number(token: Token, kind: 'character constant' | 'complex' | 'number'): NumberNode {
    const reading = readNumber(token.text, kind);
    const place = placeOf(token);
    if (typeof reading !== 'string') return { kind: 'number', ...place, text: token.text, ...reading };
    this.#run.complain(reading);
    const nothing = { int: undefined, uint: undefined, float: undefined, complex: undefined };
    return { kind: 'number', ...place, text: token.text, ...nothing };
  }
}

const placeOf = ({ pos, text }: Token): { pos: number; start: number; end: number } => ({
  pos,
  start: pos,
  end: pos + text.length,
});

function variableNode({ pos, text }: Token): VariableNode {
  return { kind: 'variable', pos, start: pos, end: pos + text.length, name: text, fields: [] };
}

/** Nodes of one kind are made in one way: what walks them is faster then. */
function pipeNode(
  pos: number,
  start: number,
  end: number,
  isAssign: boolean,
  variables: readonly VariableNode[],
  commands: readonly CommandNode[],
): PipeNode {
  return { kind: 'pipe', pos, start, end, isAssign, variables, commands };
}
