import { quoteText } from '../text/quote-text.ts';
import { byteLength } from '../value/utf8.ts';
import type { Tree } from './node.ts';
import type { ParseProblem } from './parse-problem.ts';
import type { Token } from './token.ts';
import { TokenStream } from './token-stream.ts';

/** Thrown to leave the parser at the first problem. */
export class ParseFailure extends Error {
  readonly problem: ParseProblem;

  constructor(problem: ParseProblem) {
    super(problem.text);
    this.problem = problem;
  }
}

/** How deep parentheses and blocks may be nested. Go allows 10,000 parentheses; each level costs JavaScript's stack some frames. */
const MOST_NESTED = 400;

const WORDS = /^(?:block|break|continue|\.|define|else|end|if|nil|range|template|with)$/;

/** What all trees of one text share while they are parsed. */
export class ParseRun {
  readonly file: string;
  readonly text: string;
  /** Goes on at problems and keeps what can be understood. */
  readonly tolerant: boolean;
  readonly stream: TokenStream;
  readonly #functions: { has(name: string): boolean } | undefined;
  readonly problems: ParseProblem[] = [];
  /** Every definition in the order of its end, also those that another one of the name replaces. */
  readonly trees: Tree[] = [];
  /** The names of those that hold something. */
  readonly filled = new Set<string>();
  #depth = 0;
  /** Where each line starts, once somebody asks. */
  #starts: number[] | undefined;

  constructor(
    file: string,
    text: string,
    functions: { has(name: string): boolean } | undefined,
    tolerant: boolean,
  ) {
    this.file = file;
    this.text = text;
    this.tolerant = tolerant;
    this.stream = new TokenStream(text, tolerant);
    this.#functions = functions;
  }

  /** Whether there is such a function; without a list of functions any name is one. */
  hasFunction(name: string): boolean {
    return this.#functions?.has(name) ?? true;
  }

  /** States a problem with Go's words; returns only when tolerant. */
  complain(message: string, token = this.stream.newest): void {
    const { pos } = token;
    const text = `template: ${this.file}:${this.lineOf(pos)}: ${message}`;
    const problem: ParseProblem = { message, text, pos };
    if (!this.tolerant) throw new ParseFailure(problem);
    this.problems.push(problem);
  }

  /** `actionPos`: where the action starts that the token belongs to, for what is left open. */
  unexpected(token: Token, context: string, actionPos: number | undefined): void {
    if (token.kind !== 'error') {
      this.complain(`unexpected ${tokenText(token)} in ${context}`);
      return;
    }
    let extra = '';
    if (actionPos !== undefined && this.lineOf(actionPos) !== this.lineOf(token.pos)) {
      const started = ` started at ${this.file}:${this.lineOf(actionPos)}`;
      extra = token.text.endsWith(' action') ? started : ` in action${started}`;
    }
    this.complain(token.text + extra);
  }

  lineOf(pos: number): number {
    if (this.#starts === undefined) {
      this.#starts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
        this.#starts.push(at + 1);
    }
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= pos) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** Runs what parses something nested; too deep nesting is a problem even where Go would accept it. */
  nested<T>(parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > MOST_NESTED) {
      const pos = this.stream.newest.pos;
      const message = 'max expression depth exceeded';
      throw new ParseFailure({
        message,
        text: `template: ${this.file}:${this.lineOf(pos)}: ${message}`,
        pos,
      });
    }
    const result = parse();
    this.#depth -= 1;
    return result;
  }
}

function tokenText(token: Token): string {
  if (token.kind === 'EOF') return 'EOF';
  if (WORDS.test(token.kind)) return `<${token.text}>`;
  if (byteLength(token.text) > 10) return `${quoteText([...token.text].slice(0, 10).join(''))}...`;
  return quoteText(token.text);
}
