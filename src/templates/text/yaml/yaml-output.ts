/** The text in the making, with the state of go-yaml's emitter that decides about spaces and line breaks. */
export interface YamlOutput {
  text: string;
  /** Characters since the line began. */
  column: number;
  /** Of the block that is being written; -1 before the first. */
  indent: number;
  /** Whether the last thing written was space. */
  isSpace: boolean;
  /** Whether the line holds nothing yet but indentation and the signs of blocks. */
  isIndentation: boolean;
}

export function yamlOutput(): YamlOutput {
  return { text: '', column: 0, indent: -1, isSpace: true, isIndentation: true };
}

/** `text` holds no line break, and nothing beyond U+FFFF. */
export function put(out: YamlOutput, text: string): void {
  out.text += text;
  out.column += text.length;
}

export function putBreak(out: YamlOutput, lineBreak = '\n'): void {
  out.text += lineBreak;
  out.column = 0;
}

/** Goes to the block's indentation, on a new line if need be. */
export function putIndent(out: YamlOutput): void {
  const indent = Math.max(out.indent, 0);
  if (!out.isIndentation || out.column > indent || (out.column === indent && !out.isSpace)) putBreak(out);
  if (out.column < indent) put(out, ' '.repeat(indent - out.column));
  out.isSpace = true;
  out.isIndentation = true;
}

/** `-`, `:`, `?`, quotes and brackets. */
export function putSign(out: YamlOutput, sign: string, needsSpace: boolean, isIndentation = false): void {
  if (needsSpace && !out.isSpace) put(out, ' ');
  put(out, sign);
  out.isSpace = false;
  out.isIndentation &&= isIndentation;
}
