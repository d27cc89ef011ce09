import type { ValueUse } from '../../model/template-use.ts';
import type { BranchNode, CommandNode, ListNode, Node, Operand, PipeNode, Tree } from '../parse/node.ts';
import { parseTolerantly } from '../parse/parse-template.ts';
import { CallLog } from './call-log.ts';
import { namesTemplateFile } from './names-template-file.ts';
import { ANY, ReferenceTree } from './reference-tree.ts';
import { BITNAMI_COMMON, BITNAMI_COMMON_READS, functionEffect } from './template-functions.ts';
import { assignVariable, type Scope, variableOf } from './template-scope.ts';
import {
  elementsOf,
  fieldOf,
  identify,
  keysOf,
  MOST_MEANINGS,
  recordOf,
  type TemplateValue,
  textsOf,
  union,
} from './template-value.ts';

/** Goes through templates as rendering would, with what is known of each value instead of the value itself. */
export class TemplateReader {
  readonly tree: ReferenceTree;
  readonly #isBitnamiCommon: boolean;
  readonly #defines = new Map<string, ListNode[]>();
  readonly #calls = new CallLog();
  /** Keys that some template adds to a rendering context with `set`. */
  readonly #extras = new Map<string, TemplateValue>();
  #readsFiles = false;
  #expandsText = false;

  constructor(scopes: readonly (readonly string[])[], isBitnamiCommon: boolean) {
    this.tree = new ReferenceTree(scopes);
    this.#isBitnamiCommon = isBitnamiCommon;
  }

  define({ name, root }: Tree): void {
    this.#defines.set(name, [...(this.#defines.get(name) ?? []), root]);
  }

  file({ root }: Tree, scope: readonly string[]): void {
    this.#template(root, [{ kind: 'context', base: scope }]);
  }

  #template(list: ListNode, dot: TemplateValue): void {
    this.#block(list, { dot, variables: new Map([['$', dot]]), outer: undefined });
  }

  #block(list: ListNode | undefined, scope: Scope): void {
    for (const node of list?.nodes ?? []) this.#node(node, scope);
  }

  #node(node: Node, scope: Scope): void {
    switch (node.kind) {
      case 'action': {
        const value = this.#pipe(node.pipe, scope);
        if (node.pipe.variables.length === 0) this.#use(value, 'print');
        return;
      }
      case 'template':
        this.#call([node.name], node.pipe === undefined ? [] : this.#pipe(node.pipe, scope));
        return;
      case 'if':
      case 'with':
      case 'range':
        this.#control(node, scope);
        return;
      default:
    }
  }

  #control(node: BranchNode, outer: Scope): void {
    const inner: Scope = { dot: outer.dot, variables: new Map(), outer };
    const value = this.#pipe({ ...node.pipe, variables: [] }, outer);
    this.#use(value, node.kind === 'range' ? 'range' : 'test');
    const elements = node.kind === 'range' ? elementsOf(value, this.#extras) : value;
    const { variables } = node.pipe;
    const [first, second] = variables;
    if (second !== undefined) {
      inner.variables.set(first!.name, keysOf(value));
      inner.variables.set(second.name, elements);
    } else if (first !== undefined) inner.variables.set(first.name, elements);
    this.#block(node.list, node.kind === 'if' ? inner : { ...inner, dot: elements });
    this.#block(node.elseList, { dot: outer.dot, variables: new Map(inner.variables), outer });
  }

  #pipe(pipe: PipeNode, scope: Scope): TemplateValue {
    let value: TemplateValue | undefined;
    for (const command of pipe.commands) value = this.#command(command, value, scope);
    const result = value ?? [];
    for (const { name } of pipe.variables) {
      if (pipe.isAssign) assignVariable(scope, name, result);
      else scope.variables.set(name, result);
    }
    return result;
  }

  /** A command with what the command before it hands over as last argument. */
  #command({ args }: CommandNode, piped: TemplateValue | undefined, scope: Scope): TemplateValue {
    const [head, ...rest] = args;
    if (head === undefined) return piped ?? [];
    if (head.kind !== 'identifier') {
      const value = this.#operand(head, scope);
      // `.Capabilities.APIVersions.Has "x"`, `.Files.Get .Values.path`: a method, whose arguments are used up.
      for (const argument of rest) this.#use(this.#operand(argument, scope), 'other');
      if (piped !== undefined) this.#use(piped, 'other');
      return value;
    }
    const values = rest.map((operand) => this.#operand(operand, scope));
    if (piped !== undefined) values.push(piped);
    return this.#function(head.name, values, rest);
  }

  #operand(operand: Operand, scope: Scope): TemplateValue {
    const fields = (value: TemplateValue, names: readonly string[]): TemplateValue =>
      names.reduce((at, key) => this.#field(at, key), value);
    switch (operand.kind) {
      case 'dot':
        return scope.dot;
      case 'field':
        return fields(scope.dot, operand.fields);
      case 'variable':
        return fields(variableOf(scope, operand.name), operand.fields);
      case 'chain':
        return fields(this.#operand(operand.node, scope), operand.fields);
      case 'pipe':
        return this.#pipe(operand, scope);
      case 'string':
        return [{ kind: 'text', text: operand.text }];
      case 'identifier':
        return this.#function(operand.name, [], []);
      default:
        return [];
    }
  }

  #field(value: TemplateValue, key: string): TemplateValue {
    if ((key === 'Files' || key === 'Subcharts') && value.some(({ kind }) => kind === 'context')) {
      if (key === 'Files') this.#readsFiles = true;
      else this.tree.complete = false;
    }
    return fieldOf(value, key, this.#extras);
  }

  #function(name: string, args: readonly TemplateValue[], written: readonly Operand[]): TemplateValue {
    const first = args[0] ?? [];
    switch (name) {
      case 'include':
        if (!namesTemplateFile(written[0])) this.#call(textsOf(first), args[1] ?? []);
        return [];
      case 'tpl':
        this.#expand(first);
        return [];
      case 'index':
      case 'get':
        return this.#index(first, args.slice(1));
      case 'dig':
        return union(this.#index(args.at(-1) ?? [], args.slice(0, -2)), args.at(-2) ?? []);
      case 'pluck':
        return union(...args.slice(1).map((map) => this.#index(map, [first])));
      case 'hasKey':
        this.#use(this.#index(first, args.slice(1)), 'test');
        return [];
      case 'keys':
        for (const map of args) this.#use(elementsOf(map, this.#extras), 'test');
        return union(...args.map(keysOf));
      case 'has':
        for (const argument of args) this.#use(argument, 'other');
        return [];
      case 'ternary':
        this.#use(args.at(-1) ?? [], 'test');
        return union(...args.slice(0, -1));
      case 'dict':
        return [recordOf(args)];
      case 'list':
      case 'tuple':
        return [{ kind: 'list', items: args }];
      case 'set':
        return this.#set(first, textsOf(args[1] ?? []), args[2] ?? []);
      case 'merge':
      case 'mergeOverwrite':
      case 'mustMerge':
      case 'mustMergeOverwrite':
        return this.#merge(first, union(...args.slice(1)));
      default:
        return this.#plainFunction(name, args);
    }
  }

  #plainFunction(name: string, args: readonly TemplateValue[]): TemplateValue {
    const effect = functionEffect(name);
    if (effect.kind === 'pass') {
      const all = union(...args);
      if (all.length > MOST_MEANINGS) this.#use(all, 'other');
      return all;
    }
    if (effect.kind === 'element') return union(...args.map((value) => elementsOf(value, this.#extras)));
    for (const value of args) this.#use(value, effect.use);
    return [];
  }

  #index(value: TemplateValue, keys: readonly TemplateValue[]): TemplateValue {
    let found = value;
    for (const key of keys) {
      for (const meaning of key) if (meaning.kind === 'path') this.#use([meaning], 'print');
      found = union(...(textsOf(key) ?? [ANY]).map((name) => this.#field(found, name)));
    }
    return found;
  }

  #set(map: TemplateValue, keys: readonly string[] | undefined, value: TemplateValue): TemplateValue {
    for (const meaning of map) {
      if (meaning.kind === 'record') {
        for (const key of keys ?? []) meaning.fields.set(key, union(meaning.fields.get(key) ?? [], value));
        if (keys === undefined) meaning.rest = union(meaning.rest, [recordOf([[], value])]);
      } else if (meaning.kind === 'context') {
        for (const key of keys ?? []) this.#extras.set(key, union(this.#extras.get(key) ?? [], value));
        if (keys === undefined || keys.includes('Values')) this.#use(value, 'other');
      } else this.#use(value, 'other');
    }
    return map;
  }

  /** The first map gets the keys of the others, for later readers too. */
  #merge(target: TemplateValue, others: TemplateValue): TemplateValue {
    for (const meaning of target) {
      if (meaning.kind === 'record') meaning.rest = union(meaning.rest, others);
      else this.#use(others, 'other');
    }
    return union(target, others);
  }

  /** `tpl`: a constant text is read as a template; a value is expanded as one by whatever it then says. */
  #expand(value: TemplateValue): void {
    if (value.length === 0) this.#expandsText = true;
    // The text may come from another file of the chart, which may name any value.
    if (this.#expandsText && this.#readsFiles) this.tree.complete = false;
    for (const meaning of value) {
      if (meaning.kind === 'text') {
        const root = parseTolerantly('', meaning.text).trees.at(-1)?.root;
        if (root !== undefined) this.#template(root, [{ kind: 'context', base: [] }]);
      } else this.#use([meaning], 'tpl');
    }
  }

  /** Undefined names: the name is computed, so it may be any. */
  #call(names: readonly string[] | undefined, argument: TemplateValue): void {
    for (const name of names ?? this.#defines.keys()) {
      const bodies = this.#defines.get(name);
      if (bodies === undefined) this.#unknownCall(name, argument);
      else for (const [i, body] of bodies.entries()) this.#callOnce(`${name} ${i}`, body, argument);
    }
  }

  #callOnce(name: string, body: ListNode, argument: TemplateValue): void {
    this.#calls.once(`${name} ${identify(argument)}`, () => this.#template(body, argument));
    if (this.#calls.isCut) this.tree.complete = false;
  }

  #unknownCall(name: string, argument: TemplateValue): void {
    if (!this.#isBitnamiCommon || !BITNAMI_COMMON.test(name)) {
      this.#use(argument, 'other');
      return;
    }
    for (const meaning of argument) {
      if (meaning.kind === 'context') {
        for (const key of BITNAMI_COMMON_READS) this.tree.add([...meaning.base, key], 'other');
      } else if (meaning.kind === 'record') {
        for (const field of meaning.fields.values()) this.#unknownCall(name, field);
        this.#unknownCall(name, meaning.rest);
      } else this.#use([meaning], 'other');
    }
  }

  #use(value: TemplateValue, use: ValueUse): void {
    for (const meaning of value) {
      switch (meaning.kind) {
        case 'path':
          this.tree.add(meaning.path, use);
          break;
        case 'context':
          if (use !== 'test' && use !== 'compare') this.tree.complete = false;
          break;
        case 'record':
          if (use === 'test' || use === 'compare' || use === 'range') break;
          for (const field of meaning.fields.values()) this.#use(field, use);
          this.#use(meaning.rest, use);
          break;
        case 'list':
          if (use === 'range') break;
          for (const item of meaning.items) this.#use(item, use);
          break;
        default:
      }
    }
  }
}
