import type { Operand } from '../parse/node.ts';

/** Whether a function, a field or a constant text in the operand is one of the words. */
export function holdsWord(operand: Operand, words: ReadonlySet<string>): boolean {
  const isWord = (name: string): boolean => words.has(name);
  switch (operand.kind) {
    case 'pipe':
      return operand.commands.some(({ args }) => args.some((argument) => holdsWord(argument, words)));
    case 'chain':
      return operand.fields.some(isWord) || holdsWord(operand.node, words);
    case 'field':
    case 'variable':
      return operand.fields.some(isWord);
    case 'identifier':
      return isWord(operand.name);
    case 'string':
      return isWord(operand.text);
    default:
      return false;
  }
}
