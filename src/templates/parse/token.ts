/** Kinds of tokens, as in Go's text/template/parse/lex.go. The words are tokens of their own. */
export type TokenKind =
  | 'error'
  | 'bool'
  | 'char'
  | 'character constant'
  | 'complex'
  | '='
  | ':='
  | 'EOF'
  | 'field'
  | 'identifier'
  | '{{'
  | '('
  | 'number'
  | '|'
  | 'raw string'
  | '}}'
  | ')'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | Keyword;

export type Keyword =
  | 'block'
  | 'break'
  | 'continue'
  | '.'
  | 'define'
  | 'else'
  | 'end'
  | 'if'
  | 'nil'
  | 'range'
  | 'template'
  | 'with';

export interface Token {
  readonly kind: TokenKind;
  /** Offset in the text, in UTF-16 units. */
  readonly pos: number;
  /** The characters; of an error its message. */
  readonly text: string;
}
