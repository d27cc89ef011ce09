/** What all nodes have. Offsets are UTF-16 units in the text of the tree. */
interface Place {
  /** The place that Go names in errors: of `.a.b.c` it is that of `.b`. */
  readonly pos: number;
  /** Of an action: its `{{` and the end of its `}}`, of a branch those of its first action; else of the words. */
  readonly start: number;
  readonly end: number;
}

/** A parsed template: a file, or what `define` or `block` names in one. */
export interface Tree {
  readonly name: string;
  /** The name of the file, which errors and places name. */
  readonly file: string;
  /** The text of the whole file. */
  readonly text: string;
  readonly root: ListNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly nodes: readonly Node[];
}

export type Node = TextNode | ActionNode | BranchNode | TemplateNode | LoopNode;

export interface TextNode extends Place {
  readonly kind: 'text';
  readonly text: string;
}

/** `{{ pipeline }}` */
export interface ActionNode extends Place {
  readonly kind: 'action';
  readonly pipe: PipeNode;
}

export interface BranchNode extends Place {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: PipeNode;
  readonly list: ListNode;
  readonly elseList: ListNode | undefined;
}

/** `{{ template "name" pipeline }}` */
export interface TemplateNode extends Place {
  readonly kind: 'template';
  readonly name: string;
  readonly pipe: PipeNode | undefined;
}

export interface LoopNode extends Place {
  readonly kind: 'break' | 'continue';
}

/** `$x, $y := a | b | c` */
export interface PipeNode extends Place {
  readonly kind: 'pipe';
  /** `=` rather than `:=`. */
  readonly isAssign: boolean;
  readonly variables: readonly VariableNode[];
  readonly commands: readonly CommandNode[];
}

/** A function or value with arguments, of which there is always one: the function or value itself. */
export interface CommandNode extends Place {
  readonly kind: 'command';
  readonly args: readonly Operand[];
}

export type Operand =
  | PipeNode
  | ChainNode
  | FieldNode
  | VariableNode
  | IdentifierNode
  | DotNode
  | BoolNode
  | NumberNode
  | StringNode;

/** `(pipeline).a.b`, `function.a` */
export interface ChainNode extends Place {
  readonly kind: 'chain';
  readonly node: Operand;
  readonly fields: readonly string[];
}

/** `.a.b` */
export interface FieldNode extends Place {
  readonly kind: 'field';
  readonly fields: readonly string[];
}

/** `$`, `$x`, `$x.a.b` */
export interface VariableNode extends Place {
  readonly kind: 'variable';
  /** With its `$`. */
  readonly name: string;
  readonly fields: readonly string[];
}

/** The name of a function. */
export interface IdentifierNode extends Place {
  readonly kind: 'identifier';
  readonly name: string;
}

export interface DotNode extends Place {
  readonly kind: 'dot' | 'nil';
}

export interface BoolNode extends Place {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface StringNode extends Place {
  readonly kind: 'string';
  readonly text: string;
  /** As written. */
  readonly quoted: string;
}

/** What the number can be taken for, as in Go: a kind is undefined when it cannot be taken for it. */
export interface NumberNode extends Place {
  readonly kind: 'number';
  /** As written. */
  readonly text: string;
  readonly int: bigint | undefined;
  readonly uint: bigint | undefined;
  readonly float: number | undefined;
  readonly complex: readonly [real: number, imaginary: number] | undefined;
}
