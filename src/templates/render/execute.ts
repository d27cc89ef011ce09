import type {
  ActionNode,
  BranchNode,
  ListNode,
  Node,
  PipeNode,
  TemplateNode,
  TextNode,
  Tree,
} from '../parse/node.ts';
import { nodeText } from '../parse/node-text.ts';
import { printPlain } from '../text/print-value.ts';
import { quoteText } from '../text/quote-text.ts';
import type { Context } from '../value/context.ts';
import { deepSource } from '../value/entry-origin.ts';
import { expandedSize } from '../value/expanded-size.ts';
import { GoError } from '../value/go-error.ts';
import type { GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { sliceOrigin, sourceOf } from '../value/text-origin.ts';
import { typeOf } from '../value/type-of.ts';
import type { ValuesSource } from '../value/values-source.ts';
import { BudgetSpent } from './budget.ts';
import { evaluatePipe } from './evaluate.ts';
import { type Held, NOTHING } from './held.ts';
import { iterationsOf } from './iterations.ts';
import type { Output } from './output.ts';
import type { RenderRun } from './render-run.ts';
import type { RenderingFunction } from './rendering-function.ts';
import { type AnyNode, Scope } from './scope.ts';
import type { TemplateSet } from './template-set.ts';
import { isTruthy } from './truth.ts';

/** How a list of nodes ended: to its end, or by `break` or `continue`, which leave everything up to the loop. */
type Ended = 'done' | 'break' | 'continue';

/** About how many frames of the stack a call of a template takes, and a list of nodes. */
const CALL_FRAMES = 6;
const LIST_FRAMES = 3;

/**
 * Executes a template and writes to the output; throws RenderFailure where Go stops (text/template/exec.go). `textOrigin`:
 * where the text of the template comes from, when it is a value itself.
 */
export function execute(
  run: RenderRun,
  tree: Tree,
  set: TemplateSet,
  bound: ReadonlyMap<string, RenderingFunction>,
  dot: Held,
  output: Output,
  textOrigin?: Origin | undefined,
): void {
  const scope = new Scope(run, tree, set, bound, dot, textOrigin);
  try {
    run.enter(CALL_FRAMES);
    walkList(scope, dot, tree.root, output);
    run.leave(CALL_FRAMES);
  } catch (error) {
    if (error instanceof BudgetSpent) scope.fail(error.kind, error.message);
    throw error;
  }
}

function walkList(scope: Scope, dot: Held, list: ListNode, output: Output): Ended {
  scope.run.enter(LIST_FRAMES);
  let ended: Ended = 'done';
  for (const node of list.nodes) {
    ended = walk(scope, dot, node, output);
    if (ended !== 'done') break;
  }
  scope.run.leave(LIST_FRAMES);
  return ended;
}

function walk(scope: Scope, dot: Held, node: Node, output: Output): Ended {
  scope.node = node;
  scope.run.spend(1);
  switch (node.kind) {
    case 'text':
      write(scope, node, node.text, originOfText(scope, node), output);
      return 'done';
    case 'action':
      walkAction(scope, dot, node, output);
      return 'done';
    case 'template':
      walkTemplate(scope, dot, node, output);
      return 'done';
    case 'range':
      return walkRange(scope, dot, node, output);
    case 'if':
    case 'with':
      return walkCondition(scope, dot, node, output);
    default:
      return node.kind;
  }
}

/** What stands between the actions of a text that \`tpl\` expands is a piece of that text. */
function originOfText({ textOrigin, tree }: Scope, { start, end, text }: TextNode): Origin | undefined {
  if (textOrigin === undefined) return undefined;
  // White space that an action trims is a part of the node and not of its text.
  const skipped = end - start === text.length ? 0 : Math.max(0, tree.text.slice(start, end).indexOf(text));
  return sliceOrigin(textOrigin, start + skipped, start + skipped + text.length);
}

function write(
  scope: Scope,
  node: TextNode | ActionNode,
  text: string,
  origin: Origin | undefined,
  output: Output,
): void {
  const { run } = scope;
  run.budget.write(text.length);
  if (!run.traced) {
    output.text += text;
    return;
  }
  // Each piece that is remembered takes memory.
  run.spend(10);
  const place = scope.place(node);
  const context: Context = { kind: 'write', place, source: undefined, taken: true, outer: run.context };
  output.write(text, origin, context);
}

function walkAction(scope: Scope, dot: Held, node: ActionNode, output: Output): void {
  const { value, origin } = evaluatePipe(scope, dot, node.pipe);
  if (node.pipe.variables.length > 0) return;
  scope.node = node;
  const text = typeof value === 'string' ? value : printed(scope, node, value);
  if (!scope.run.traced) {
    write(scope, node, text, undefined, output);
    return;
  }
  if (origin?.from === 'pieces') scope.run.noteDecision(origin.decided);
  else if (text === '') scope.run.noteDecision(origin);
  const isContainer = typeof value === 'object' && value !== null;
  write(scope, node, text, isContainer ? deepSource(value, origin) : origin, output);
}

/** What an action prints of a value that is no text (printableValue of Go's text/template). */
function printed(scope: Scope, node: AnyNode, value: GoValue): string {
  if (value === undefined || value === null) return '<no value>';
  if (typeof value !== 'object' || value.go !== 'object') return plain(scope, value);
  if (value.kind === 'func') scope.fail('other', `can't print ${nodeText(node)} of type ${typeOf(value)}`);
  if (value.pointerText !== undefined) return value.pointerText();
  // A pointer is followed, so that fmt does not print its `&`.
  const isPointer = value.kind === 'ptr' && value.text === undefined;
  return plain(scope, isPointer ? { ...value, kind: 'struct', type: value.type.slice(1) } : value);
}

function plain(scope: Scope, value: GoValue): string {
  try {
    if (typeof value === 'object' && value !== null) scope.run.spend(expandedSize(value));
    return printPlain(value);
  } catch (error) {
    if (error instanceof GoError) scope.fail(error.kind, error.message);
    throw error;
  }
}

/** Notes what decides a branch, so that everything written in it says so; returns what was noted before. */
function enterBranch(
  scope: Scope,
  node: BranchNode,
  source: ValuesSource | undefined,
  taken: boolean,
): Context | undefined {
  const { run } = scope;
  const outer = run.context;
  if (!run.traced) return outer;
  run.noteDecision(source);
  run.context = { kind: 'branch', place: scope.place(node), source, taken, outer };
  return outer;
}

function walkCondition(scope: Scope, dot: Held, node: BranchNode, output: Output): Ended {
  const mark = scope.mark();
  const value = evaluatePipe(scope, dot, node.pipe);
  const truth = isTruthy(value.value);
  const list = truth ? node.list : node.elseList;
  const outer = enterBranch(scope, node, sourceOf(value.origin), truth);
  const inner = truth && node.kind === 'with' ? value : dot;
  const ended = list === undefined ? 'done' : walkList(scope, inner, list, output);
  scope.run.context = outer;
  scope.release(mark);
  return ended;
}

function walkRange(scope: Scope, dot: Held, node: BranchNode, output: Output): Ended {
  const outerMark = scope.mark();
  const value = evaluatePipe(scope, dot, node.pipe);
  const mark = scope.mark();
  const iterations = iterationsOf(scope, value, node.pipe.variables.length);
  const outer = enterBranch(scope, node, sourceOf(value.origin), iterations.length > 0);
  let ended: Ended = 'done';
  if (iterations.length === 0 && node.elseList !== undefined)
    ended = walkList(scope, dot, node.elseList, output);
  for (let i = 0; i < iterations.length; i++) {
    scope.run.spend(1);
    const [index, element] = iterations.at(i);
    setLoopVariables(scope, node.pipe, index, element);
    const inner = walkList(scope, element, node.list, output);
    scope.release(mark);
    if (inner === 'break') break;
  }
  scope.run.context = outer;
  scope.release(outerMark);
  // A break in the else part ends the range itself.
  return ended === 'break' ? 'done' : ended;
}

function setLoopVariables(scope: Scope, { variables, isAssign }: PipeNode, index: Held, element: Held): void {
  const [first, second] = variables;
  if (isAssign && first !== undefined) {
    scope.assign(first.name, second === undefined ? element : index);
    if (second !== undefined) scope.assign(second.name, element);
  } else {
    if (first !== undefined) scope.setRecent(1, element);
    if (second !== undefined) scope.setRecent(2, index);
  }
}

function walkTemplate(scope: Scope, dot: Held, node: TemplateNode, output: Output): void {
  const tree = scope.set.find(node.name);
  if (tree === undefined) scope.fail('undefined', `template ${quoteText(node.name)} not defined`);
  const value = node.pipe === undefined ? NOTHING : evaluatePipe(scope, dot, node.pipe);
  const { run } = scope;
  const outer = run.context;
  if (run.traced)
    run.context = { kind: 'call', place: scope.place(node), source: undefined, taken: true, outer };
  execute(run, tree, scope.set, scope.bound, value, output);
  run.context = outer;
}
