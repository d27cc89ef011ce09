import type {
  ChainNode,
  CommandNode,
  FieldNode,
  IdentifierNode,
  Operand,
  PipeNode,
  VariableNode,
} from '../parse/node.ts';
import { nodeText } from '../parse/node-text.ts';
import type { GoValue } from '../value/go-value.ts';
import { callFunction } from './call-function.ts';
import { idealConstant, typedConstant } from './constant.ts';
import { canBeNil, fitArgument } from './fit-argument.ts';
import { type Held, held, NOTHING, unwrap } from './held.ts';
import { methodOf, readField } from './read-field.ts';
import type { AnyNode, Scope } from './scope.ts';

/** About how many frames of the stack a pipeline takes with the function in it. */
const PIPE_FRAMES = 5;

/** What a pipeline yields; declares or assigns its variables. */
export function evaluatePipe(scope: Scope, dot: Held, pipe: PipeNode): Held {
  scope.node = pipe;
  scope.run.enter(PIPE_FRAMES);
  let value: Held | undefined;
  for (const command of pipe.commands) value = unwrap(evaluateCommand(scope, dot, command, value));
  scope.run.leave(PIPE_FRAMES);
  const result = value ?? NOTHING;
  for (const { name } of pipe.variables) {
    if (pipe.isAssign) scope.assign(name, result);
    else scope.declare(name, result);
  }
  return result;
}

/** `final` is what the command before hands over as last argument. */
function evaluateCommand(scope: Scope, dot: Held, command: CommandNode, final: Held | undefined): Held {
  const { args } = command;
  const first = args[0]!;
  scope.run.spend(1);
  switch (first.kind) {
    case 'field':
      return evaluateField(scope, dot, first, args, final);
    case 'chain':
      return evaluateChain(scope, dot, first, args, final);
    case 'identifier':
      return evaluateFunction(scope, dot, first, command, args, final);
    case 'pipe':
      takesNoArguments(scope, args, final);
      return evaluatePipe(scope, dot, first);
    case 'variable':
      return evaluateVariable(scope, dot, first, args, final);
    default:
  }
  scope.node = first;
  takesNoArguments(scope, args, final);
  switch (first.kind) {
    case 'bool':
      return held(first.value);
    case 'dot':
      return dot;
    case 'number':
      return held(idealConstant(scope, first));
    case 'string':
      return held(first.text);
    default:
      return scope.fail('other', 'nil is not a command');
  }
}

function takesNoArguments(scope: Scope, args: readonly Operand[], final: Held | undefined): void {
  if (args.length > 1 || final !== undefined)
    scope.fail('other', `can't give argument to non-function ${nodeText(args[0]!)}`);
}

function evaluateField(
  scope: Scope,
  dot: Held,
  field: FieldNode,
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  scope.node = field;
  return evaluateFields(scope, dot, dot, field, field.fields, args, final);
}

function evaluateChain(
  scope: Scope,
  dot: Held,
  chain: ChainNode,
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  scope.node = chain;
  if (chain.node.kind === 'nil')
    scope.fail('other', `indirection through explicit nil in ${nodeText(chain)}`);
  const base = evaluateOperand(scope, dot, chain.node, undefined);
  return evaluateFields(scope, dot, base, chain, chain.fields, args, final);
}

function evaluateVariable(
  scope: Scope,
  dot: Held,
  variable: VariableNode,
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  scope.node = variable;
  const value = scope.variable(variable.name);
  if (variable.fields.length > 0)
    return evaluateFields(scope, dot, value, variable, variable.fields, args, final);
  if (args.length > 0) takesNoArguments(scope, args, final);
  return value;
}

/** `.a.b.c` of the receiver; only the last one can be a method that takes the arguments. */
function evaluateFields(
  scope: Scope,
  dot: Held,
  receiver: Held,
  node: AnyNode,
  names: readonly string[],
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  let value = receiver;
  const last = names.length - 1;
  for (let i = 0; i <= last; i++) {
    const name = names[i]!;
    const method = methodOf(value.value, name);
    if (method !== undefined) {
      const [own, handed] = i === last ? [args, final] : [[], undefined];
      value = callFunction(scope, dot, evaluateArgument, method, node, name, own, handed, value.origin);
    } else value = readField(scope, value, name, i === last && (args.length > 1 || final !== undefined));
  }
  return value;
}

function evaluateFunction(
  scope: Scope,
  dot: Held,
  identifier: IdentifierNode,
  node: AnyNode,
  args: readonly Operand[],
  final: Held | undefined,
): Held {
  scope.node = identifier;
  const found = scope.findFunction(identifier.name);
  return callFunction(scope, dot, evaluateArgument, found, node, identifier.name, args, final);
}

/** An argument as a parameter of this type takes it (evalArg of Go's text/template). Without a type it may be anything. */
function evaluateArgument(scope: Scope, dot: Held, node: Operand, type: string): Held {
  const one = evaluateOperand(scope, dot, node, type);
  // These are of the parameter's type already.
  if (isConstant(node)) return one;
  const value: GoValue = fitArgument(scope, one, type);
  return value === one.value ? one : { ...one, value };
}

const isConstant = ({ kind }: Operand): boolean =>
  kind === 'bool' || kind === 'number' || kind === 'string' || kind === 'nil';

/** `type`: what the parameter wants, which tells the type of constants. */
function evaluateOperand(scope: Scope, dot: Held, node: Operand, type: string | undefined): Held {
  scope.node = node;
  switch (node.kind) {
    case 'dot':
      return dot;
    case 'nil':
      if (type !== undefined && !canBeNil(type)) scope.fail('wrong type', `cannot assign nil to ${type}`);
      return type === 'reflect.Value' ? NOTHING : held(null);
    case 'field':
      return evaluateField(scope, dot, node, [node], undefined);
    case 'variable':
      return evaluateVariable(scope, dot, node, [], undefined);
    case 'pipe':
      return evaluatePipe(scope, dot, node);
    case 'identifier':
      return evaluateFunction(scope, dot, node, node, [], undefined);
    case 'chain':
      return evaluateChain(scope, dot, node, [], undefined);
    default:
      return held(typedConstant(scope, node, type ?? 'interface {}'));
  }
}
