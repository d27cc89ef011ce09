import type { ValueUse } from '../../model/template-use.ts';
import type { BranchNode, CommandNode, ListNode, Node, Operand, PipeNode, Tree } from '../parse/node.ts';
import { branchUses } from './branch-uses.ts';
import { CallLog } from './call-log.ts';
import { type MapChange, mergeInto, setKey } from './change-map.ts';
import { Definitions } from './definitions.ts';
import { foldTexts } from './fold-texts.ts';
import { namesTemplateFile } from './names-template-file.ts';
import { noteComparison } from './note-comparison.ts';
import { onlyHashes } from './only-hashes.ts';
import { parseFiles } from './parse-files.ts';
import { ReadBudget } from './read-budget.ts';
import type { ReaderOptions } from './reader-options.ts';
import { ANY, ReferenceTree } from './reference-tree.ts';
import { functionEffect } from './template-functions.ts';
import { asValue, eitherOf, followedBy, type Output, printed } from './template-output.ts';
import {
  assignVariable,
  branchScope,
  declareVariable,
  elseScope,
  type Scope,
  templateScope,
  variableOf,
} from './template-scope.ts';
import {
  elementsOf,
  fieldOf,
  identify,
  itemOf,
  itemsOf,
  keysOf,
  MOST_MEANINGS,
  recordOf,
  type TemplateValue,
  textsOf,
  union,
} from './template-value.ts';
import { unknownCall } from './unknown-call.ts';
import { useValue } from './use-value.ts';

/** Goes through templates as rendering would, with what is known of each value instead of the value itself. */
export class TemplateReader {
  readonly tree: ReferenceTree;
  readonly definitions: Definitions;
  readonly #calls = new CallLog();
  /** Keys that some template adds to a rendering context with `set`. */
  readonly #extras = new Map<string, TemplateValue>();
  readonly #maps: MapChange = {
    extras: this.#extras,
    use: (value) => this.#use(value, 'other'),
    alias: (at, from) => this.tree.alias(at, from),
    bounded: (value) => this.#budget.bounded(value),
  };
  /** Files of charts, which templates may hand to `tpl`, by where the chart's values sit. */
  #files: ReadonlyMap<string, ListNode[]> | undefined;
  readonly #budget = new ReadBudget((value) => this.#use(value, 'other'));
  /** What is used now only changes a checksum. */
  #isHashed = false;
  readonly #options: ReaderOptions;

  constructor(options: ReaderOptions, definesOfAnother = new Definitions()) {
    this.definitions = definesOfAnother;
    this.tree = new ReferenceTree(options.scopes);
    this.#options = options;
  }

  /** A reader of other texts that may call the same named templates. */
  beside(): TemplateReader {
    return new TemplateReader({ ...this.#options, isWhole: true }, this.definitions);
  }

  file({ root }: Tree, scope: readonly string[]): void {
    this.#block(root, templateScope([{ kind: 'context', base: scope }]));
  }

  #block(list: ListNode, scope: Scope): Output {
    let output: Output = [''];
    for (const node of list.nodes) output = followedBy(output, this.#node(node, scope));
    return output;
  }

  #node(node: Node, scope: Scope): Output {
    if (!this.#budget.step()) {
      this.tree.giveUp();
      return undefined;
    }
    switch (node.kind) {
      case 'text':
        return [node.text];
      case 'action': {
        const value = this.#pipe(node.pipe, scope);
        if (node.pipe.variables.length > 0) return [''];
        this.#use(value, 'print');
        return printed(value);
      }
      case 'template':
        return this.#call([node.name], node.pipe === undefined ? [] : this.#pipe(node.pipe, scope));
      case 'if':
      case 'with':
      case 'range':
        return this.#control(node, scope);
      default:
        return [''];
    }
  }

  #control(node: BranchNode, outer: Scope): Output {
    const value = this.#value(node.pipe, outer);
    for (const use of branchUses(node)) this.#use(value, use);
    const items = node.kind === 'range' ? itemsOf(value) : undefined;
    let output: Output = [''];
    for (const item of items ?? [node.kind === 'range' ? elementsOf(value, this.#extras) : value])
      output = followedBy(output, this.#block(node.list, branchScope(node, value, item, outer)));
    if (node.kind === 'range' && items === undefined) output = undefined;
    if (node.elseList === undefined) return eitherOf(output, ['']);
    return eitherOf(output, this.#block(node.elseList, elseScope(node, value, outer)));
  }

  #pipe(pipe: PipeNode, scope: Scope): TemplateValue {
    const result = this.#value(pipe, scope);
    for (const { name } of pipe.variables) {
      if (pipe.isAssign) assignVariable(scope, name, result, this.#maps.bounded);
      else declareVariable(scope, name, result);
    }
    return result;
  }

  /** What a pipeline yields. */
  #value({ commands }: PipeNode, scope: Scope): TemplateValue {
    if (!onlyHashes(commands)) return this.#run(commands, scope);
    this.#isHashed = true;
    this.#run(commands.slice(0, -1), scope);
    this.#isHashed = false;
    return [];
  }

  #run(commands: readonly CommandNode[], scope: Scope): TemplateValue {
    let value: TemplateValue | undefined;
    for (const command of commands) value = this.#command(command, value, scope);
    return this.#budget.take(value ?? []);
  }

  /** A command with what the command before it hands over as last argument. */
  #command({ args }: CommandNode, piped: TemplateValue | undefined, scope: Scope): TemplateValue {
    const head = args[0];
    if (head === undefined) return piped ?? [];
    if (head.kind !== 'identifier') {
      const value = this.#operand(head, scope);
      // `.Capabilities.APIVersions.Has "x"`, `.Files.Get .Values.path`: a method, whose arguments are used up.
      for (let i = 1; i < args.length; i++) this.#use(this.#operand(args[i]!, scope), 'other');
      if (piped !== undefined) this.#use(piped, 'other');
      return value;
    }
    const values: TemplateValue[] = [];
    for (let i = 1; i < args.length; i++) values.push(this.#operand(args[i]!, scope));
    if (piped !== undefined) values.push(piped);
    return this.#function(head.name, values, args);
  }

  #operand(operand: Operand, scope: Scope): TemplateValue {
    switch (operand.kind) {
      case 'dot':
        return scope.dot;
      case 'field':
        return this.#fields(scope.dot, operand.fields);
      case 'variable':
        return this.#fields(variableOf(scope, operand.name), operand.fields);
      case 'chain':
        return this.#fields(this.#operand(operand.node, scope), operand.fields);
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

  #fields(value: TemplateValue, keys: readonly string[]): TemplateValue {
    let at = value;
    for (const key of keys) at = fieldOf(at, key, this.#extras);
    return at;
  }

  /** `written`: the function and its arguments as they are written, if it has any. */
  #function(name: string, args: readonly TemplateValue[], written: readonly Operand[]): TemplateValue {
    const first = args[0] ?? [];
    noteComparison(this.tree, name, args);
    switch (name) {
      case 'include':
        return namesTemplateFile(written[1]) ? [] : asValue(this.#call(textsOf(first), args[1] ?? []));
      case 'tpl':
        this.#expand(first, args[1] ?? []);
        return [];
      case 'index':
      case 'get':
        return this.#index(first, args.slice(1), written.slice(2));
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
        for (const [i, argument] of args.entries()) this.#use(argument, i === 0 ? 'compare' : 'other');
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
        return setKey(first, textsOf(args[1] ?? []), args[2] ?? [], this.#maps);
      default:
        return this.#plainFunction(name, args);
    }
  }

  #plainFunction(name: string, args: readonly TemplateValue[]): TemplateValue {
    const folded = foldTexts(name, args);
    if (folded !== undefined) return folded;
    const effect = functionEffect(name);
    if (effect.kind === 'pass') {
      const all = union(...args);
      if (all.length > MOST_MEANINGS) this.#use(all, 'other');
      return all;
    }
    if (effect.kind === 'append') return union(args[0] ?? [], [{ kind: 'list', items: args.slice(1) }]);
    if (effect.kind === 'merge') return mergeInto(args[0] ?? [], union(...args.slice(1)), this.#maps);
    if (effect.kind === 'element') return union(...args.map((value) => elementsOf(value, this.#extras)));
    for (const value of args) this.#use(value, effect.use);
    return args.flat().filter(({ kind }) => kind === 'files');
  }

  #index(value: TemplateValue, keys: readonly TemplateValue[], written?: readonly Operand[]): TemplateValue {
    for (const meaning of keys.flat()) if (meaning.kind === 'path') this.#use([meaning], 'print');
    return keys.reduce((found, key, i) => {
      const operand = written?.[i];
      if (operand?.kind === 'number') return itemOf(found, operand.text, this.#extras);
      return union(...(textsOf(key) ?? [ANY]).map((name) => fieldOf(found, name, this.#extras)));
    }, value);
  }

  /** `tpl`: a constant text and the files of the chart are read as templates; a value is expanded by whatever it then says. */
  #expand(value: TemplateValue, context: TemplateValue): void {
    for (const meaning of value) {
      if (meaning.kind === 'text') {
        const root = this.#options.cache.parseTolerantly(meaning.text).at(-1)?.root;
        if (root !== undefined) this.#block(root, templateScope(context));
      } else if (meaning.kind === 'files') {
        const { otherFiles, cache } = this.#options;
        if (otherFiles === undefined) this.tree.giveUp();
        this.#files ??= parseFiles(otherFiles?.() ?? [], cache);
        const scope = meaning.base.join('.');
        for (const [i, root] of (this.#files.get(scope) ?? []).entries())
          this.#callOnce(`${i} of ${scope}`, root, context);
      } else this.#use([meaning], 'tpl');
    }
  }

  /** Undefined names: the name is computed, so it may be any. */
  #call(names: readonly string[] | undefined, argument: TemplateValue): Output {
    let output: Output = names === undefined ? undefined : [];
    for (const name of names ?? this.definitions.names()) {
      const bodies = this.definitions.of(name);
      if (bodies === undefined) {
        if (!this.#options.isWhole) unknownCall(this.tree, name, argument, this.#options.isBitnamiCommon);
        output = undefined;
      } else
        for (const [i, body] of bodies.entries())
          output = eitherOf(output, this.#callOnce(`${name} ${i}`, body, argument));
    }
    return output;
  }

  #callOnce(name: string, body: ListNode, argument: TemplateValue): Output {
    const output = this.#calls.once(`${name} ${identify(argument)}`, () =>
      this.#block(body, templateScope(argument)),
    );
    if (this.#calls.isCut) {
      this.#budget.end();
      this.tree.giveUp();
    }
    return output;
  }

  #use(value: TemplateValue, use: ValueUse): void {
    useValue(this.tree, value, this.#isHashed && use !== 'range' ? 'compare' : use);
  }
}
