import type { NumberNode, Operand } from '../parse/node.ts';
import { nodeText } from '../parse/node-text.ts';
import type { GoObject, GoValue, IntKind } from '../value/go-value.ts';
import { goInt } from '../value/make-value.ts';
import type { Scope } from './scope.ts';

/** A number where any type is fine: how it is written tells its type (idealConstant of Go's text/template). */
export function idealConstant(scope: Scope, node: NumberNode): GoValue {
  scope.node = node;
  if (node.complex !== undefined) return complexNumber(node.complex);
  const looksFloat =
    /[.eEpP]/.test(node.text) && !/^0[xX][^pP]*$/.test(node.text) && !node.text.startsWith("'");
  if (node.float !== undefined && looksFloat) return node.float;
  if (node.int !== undefined) return goInt(node.int);
  if (node.uint !== undefined) return scope.fail('other', `${node.text} overflows int`);
  return undefined;
}

/** A constant where a parameter wants this type; stops where Go does. */
export function typedConstant(scope: Scope, node: Operand, type: string): GoValue {
  scope.node = node;
  if (type === 'interface {}' || type === 'reflect.Value') return anyConstant(scope, node);
  const number = node.kind === 'number' ? node : undefined;
  if (type === 'string') return node.kind === 'string' ? node.text : expected(scope, node, 'string');
  if (type === 'bool') return node.kind === 'bool' ? node.value : expected(scope, node, 'bool');
  if (type === 'float64') return number?.float ?? expected(scope, node, 'float');
  if (/^int\d*$/.test(type))
    return number?.int === undefined ? expected(scope, node, 'integer') : goInt(number.int, type as IntKind);
  if (/^uint\d*$/.test(type))
    return number?.uint === undefined
      ? expected(scope, node, 'unsigned integer')
      : goInt(number.uint, type as IntKind);
  return scope.fail('wrong type', `can't handle ${nodeText(node)} for arg of type ${type}`);
}

/** What a constant is where no type is wanted. */
function anyConstant(scope: Scope, node: Operand): GoValue {
  if (node.kind === 'bool') return node.value;
  if (node.kind === 'string') return node.text;
  if (node.kind === 'number') return idealConstant(scope, node);
  return scope.fail('other', `can't handle assignment of ${nodeText(node)} to empty interface argument`);
}

function expected(scope: Scope, node: Operand, what: string): never {
  return scope.fail('wrong type', `expected ${what}; found ${nodeText(node)}`);
}

function complexNumber([real, imaginary]: readonly [number, number]): GoObject {
  const sign = imaginary < 0 || Object.is(imaginary, -0) ? '' : '+';
  return {
    go: 'object',
    type: 'complex128',
    kind: 'complex128',
    text: () => `(${real}${sign}${imaginary}i)`,
    state: [real, imaginary],
  };
}
