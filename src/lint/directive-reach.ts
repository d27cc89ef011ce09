import type { LineIndex } from '../model/line-index.ts';
import type { Directive } from './parse-directive.ts';

/** What is off in some stretch of a file: everything, and single rules (undefined: on again). */
interface Scope {
  all: Directive | undefined;
  readonly single: Map<string, Directive | undefined>;
}

/** Tells which directive of one file, if any, hides a finding, and keeps count of those that hide something. */
export class DirectiveReach {
  readonly #wholeFile = emptyScope();
  readonly #byLine = new Map<number, Scope>();
  /** What the `disable` and `enable` comments so far add up to. */
  readonly #block = emptyScope();
  /** `disable` and `enable` comments, in the order of the file. */
  readonly #switches: { readonly line: number; readonly directive: Directive }[] = [];
  #nextSwitch = 0;
  /** What each directive hid or switched on: ids, or `*` for one without names. */
  readonly #used = new Map<Directive, Set<string>>();

  constructor(directives: readonly Directive[], lines: LineIndex) {
    const targets = new Map<number, number>();
    // From the end, so that of comments that stand above each other each finds the target of the next.
    for (const directive of directives.toReversed()) {
      const { line } = lines.positionAt(directive.span.start);
      if (directive.verb === 'disable-file') switchOff(this.#wholeFile, directive);
      else if (directive.verb === 'disable-line') switchOff(this.#scopeOf(line), directive);
      else if (directive.verb === 'disable-next-line') {
        targets.set(line, nextContent(lines, line, targets));
        switchOff(this.#scopeOf(targets.get(line)!), directive);
      } else if (directive.verb !== undefined) this.#switches.push({ line, directive });
    }
    this.#switches.reverse();
  }

  /** The closest directive that hides this rule on this line. Lines must be asked for in ascending order. */
  hides(rule: string, line: number): Directive | undefined {
    this.#advance(line);
    const own = this.#byLine.get(line);
    const directive =
      (own && inScope(own, rule)) ?? inScope(this.#block, rule) ?? inScope(this.#wholeFile, rule);
    if (directive !== undefined) this.#use(directive, directive.names.length === 0 ? '*' : rule);
    return directive;
  }

  /** The names (or `*`) of the directive that were of no use; to ask when all findings have been shown. */
  unused(directive: Directive): string[] {
    this.#advance(Number.POSITIVE_INFINITY);
    const used = this.#used.get(directive);
    const names = directive.names.length === 0 ? ['*'] : directive.names.map(({ id }) => id);
    return names.filter((name) => used?.has(name) !== true);
  }

  #advance(line: number): void {
    for (; this.#nextSwitch < this.#switches.length; this.#nextSwitch++) {
      const next = this.#switches[this.#nextSwitch]!;
      if (next.line > line) return;
      if (next.directive.verb === 'enable') this.#switchOn(next.directive);
      else {
        // Takes back what was switched on for single rules before.
        if (next.directive.names.length === 0) this.#block.single.clear();
        switchOff(this.#block, next.directive);
      }
    }
  }

  #switchOn(directive: Directive): void {
    const { single } = this.#block;
    if (directive.names.length === 0) {
      const isOff = this.#block.all !== undefined || [...single.values()].some((off) => off !== undefined);
      if (isOff) this.#use(directive, '*');
      this.#block.all = undefined;
      single.clear();
    }
    for (const { id } of directive.names) {
      if (inScope(this.#block, id) !== undefined) this.#use(directive, id);
      single.set(id, undefined);
    }
  }

  #scopeOf(line: number): Scope {
    let scope = this.#byLine.get(line);
    if (scope === undefined) {
      scope = emptyScope();
      this.#byLine.set(line, scope);
    }
    return scope;
  }

  #use(directive: Directive, name: string): void {
    const used = this.#used.get(directive);
    if (used === undefined) this.#used.set(directive, new Set([name]));
    else used.add(name);
  }
}

function emptyScope(): Scope {
  return { all: undefined, single: new Map() };
}

function switchOff(scope: Scope, directive: Directive): void {
  if (directive.names.length === 0) scope.all = directive;
  for (const { id } of directive.names) scope.single.set(id, directive);
}

function inScope({ all, single }: Scope, rule: string): Directive | undefined {
  return single.has(rule) ? single.get(rule) : all;
}

/** The first line after this one that is neither blank nor a comment. */
function nextContent(lines: LineIndex, line: number, known: ReadonlyMap<number, number>): number {
  for (let next = line + 1; ; next++) {
    const there = known.get(next);
    if (there !== undefined) return there;
    if (next >= lines.lineCount || !/^[ \t]*(?:#|$)/.test(lines.lineAt(next))) return next;
  }
}
