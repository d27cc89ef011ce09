import { quoteText } from '../text/quote-text.ts';
import type { CommandNode, ListNode, Node, Operand, PipeNode } from './node.ts';

/** The node as Go writes it again in errors, between `<` and `>`. */
export function nodeText(node: ListNode | Node | Operand | CommandNode): string {
  switch (node.kind) {
    case 'list':
      return node.nodes.map(nodeText).join('');
    case 'text':
      return node.text;
    case 'action':
      return `{{${pipeText(node.pipe)}}}`;
    case 'if':
    case 'with':
    case 'range': {
      const otherwise = node.elseList === undefined ? '' : `{{else}}${nodeText(node.elseList)}`;
      return `{{${node.kind} ${pipeText(node.pipe)}}}${nodeText(node.list)}${otherwise}{{end}}`;
    }
    case 'template':
      return `{{template ${quoteText(node.name)}${node.pipe === undefined ? '' : ` ${pipeText(node.pipe)}`}}}`;
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`;
    case 'command':
      return node.args.map(argumentText).join(' ');
    case 'pipe':
      return pipeText(node);
    default:
      return operandText(node);
  }
}

function operandText(node: Exclude<Operand, PipeNode>): string {
  switch (node.kind) {
    case 'chain':
      return `${argumentText(node.node)}.${node.fields.join('.')}`;
    case 'field':
      return `.${node.fields.join('.')}`;
    case 'variable':
      return [node.name, ...node.fields].join('.');
    case 'identifier':
      return node.name;
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'string':
      return node.quoted;
    default:
      return node.text;
  }
}

const argumentText = (node: Operand): string =>
  node.kind === 'pipe' ? `(${pipeText(node)})` : operandText(node);

function pipeText(pipe: PipeNode): string {
  const names = pipe.variables.map((variable) => operandText(variable)).join(', ');
  const head = names === '' ? '' : `${names} ${pipe.isAssign ? '=' : ':='} `;
  return head + pipe.commands.map(nodeText).join(' | ');
}
