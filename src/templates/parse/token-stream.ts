import { Lexer } from './lexer.ts';
import type { Token } from './token.ts';

/** The tokens of a template with the look-ahead of Go's parser. Its errors name the line of the token that was read last. */
export class TokenStream {
  readonly #lexer: Lexer;
  /** The token that was read from the text last. */
  newest: Token = { kind: 'EOF', pos: 0, text: '' };
  #ahead: Token[] = [];

  constructor(text: string, tolerant: boolean) {
    this.#lexer = new Lexer(text, tolerant);
  }

  next(): Token {
    const waiting = this.#ahead.pop();
    if (waiting !== undefined) return waiting;
    this.newest = this.#lexer.next();
    return this.newest;
  }

  /** Gives tokens back, the first one first. */
  backup(...tokens: readonly Token[]): void {
    for (let i = tokens.length - 1; i >= 0; i--) this.#ahead.push(tokens[i]!);
  }

  peek(): Token {
    const token = this.next();
    this.#ahead.push(token);
    return token;
  }

  nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === 'space') token = this.next();
    return token;
  }

  /** Spaces before the token are gone. */
  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.#ahead.push(token);
    return token;
  }
}
