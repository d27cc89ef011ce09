import type { FunctionRegistry } from '../functions/registry.ts';
import { type ParsedTemplate, parseTemplate } from '../parse/parse-template.ts';
import { quoteText } from '../text/quote-text.ts';
import type { Context } from '../value/context.ts';
import type { CallContext } from '../value/go-value.ts';
import { bothSources, type Unforeseen, type ValuesSource } from '../value/values-source.ts';
import { Budget, BudgetSpent, type RenderLimits } from './budget.ts';
import { Segments } from './segments.ts';

/** What one rendering of a chart is done with. */
export interface RenderSettings {
  /** The major version of Helm. */
  readonly helm: 3 | 4;
  readonly functions: FunctionRegistry;
  /** Whether origins are wanted; places of values are those of the containers that templates are given. */
  readonly traced: boolean;
  /** The time of the rendering, in milliseconds since 1970. */
  readonly clock: number;
  readonly limits: RenderLimits;
}

/** What all templates of one rendering share. */
export class RenderRun implements CallContext {
  readonly helm: 3 | 4;
  readonly functions: FunctionRegistry;
  readonly traced: boolean;
  readonly clock: number;
  readonly limits: RenderLimits;
  readonly budget: Budget;
  /** How often a template is being included now, by its name. */
  readonly included = new Map<string, number>();
  readonly segments = new Segments(this);
  /** How deep template calls, branches and pipelines are nested now. */
  #depth = 0;
  /** What is being executed; undefined when nothing is traced. */
  context: Context | undefined;
  /** The values that decided anything since the innermost `include` or `tpl` began. */
  decided: ValuesSource | undefined;
  readonly #expanded = new Map<string, ParsedTemplate>();
  readonly #unforeseen = new Map<string, Unforeseen>();
  #chance = 0;

  constructor(settings: RenderSettings) {
    this.helm = settings.helm;
    this.functions = settings.functions;
    this.traced = settings.traced;
    this.clock = settings.clock;
    this.limits = settings.limits;
    this.budget = new Budget(settings.limits);
  }

  spend(units: number): void {
    this.budget.spend(units);
  }

  chance(): number {
    // A linear congruential generator with the constants of Numerical Recipes.
    this.#chance = (Math.imul(this.#chance, 1664525) + 1013904223) >>> 0;
    return this.#chance;
  }

  unforeseen(what: string): Unforeseen {
    const known = this.#unforeseen.get(what) ?? { from: 'unforeseen', what };
    this.#unforeseen.set(what, known);
    return known;
  }

  /** Counts one level deeper. `frames`: about how many frames of JavaScript's stack it takes. */
  enter(frames: number): void {
    this.#depth += frames;
    if (this.#depth > this.limits.depth) throw new BudgetSpent(this.#tooDeep(), 'recursion');
  }

  leave(frames: number): void {
    this.#depth -= frames;
  }

  /** Whether what is nested takes half of what may be. */
  isDeep(): boolean {
    return this.#depth > this.limits.depth / 2;
  }

  /** Gives what puts everything back that says where a template is, for the bottom of the stack. */
  snapshot(): () => void {
    const { context, decided } = this;
    const included = [...this.included];
    const chance = this.#chance;
    return () => {
      this.included.clear();
      for (const [name, count] of included) this.included.set(name, count);
      this.#depth = 0;
      this.#chance = chance;
      this.context = context;
      this.decided = decided;
    };
  }

  #tooDeep(): string {
    const [name, count] = [...this.included].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
    return count > 1
      ? `template ${quoteText(name)} includes itself: it runs ${count} times within itself, deeper than chartlint follows`
      : 'templates call each other deeper than chartlint follows';
  }

  /** Forgets where a template was that failed. */
  startFile(): void {
    this.included.clear();
    this.#depth = 0;
    this.context = undefined;
    this.decided = undefined;
  }

  /** Whether templates can call a function of that name. */
  has(name: string): boolean {
    return name === 'include' || name === 'tpl' || this.functions.has(name);
  }

  noteDecision(source: ValuesSource | undefined): void {
    this.decided = bothSources(this.decided, source);
  }

  /** The text that `tpl` is given, parsed once. */
  expanded(file: string, text: string): ParsedTemplate {
    const known = this.#expanded.get(text);
    if (known !== undefined) return known;
    this.spend(text.length);
    const parsed = parseTemplate(file, text, this);
    this.#expanded.set(text, parsed);
    return parsed;
  }
}
