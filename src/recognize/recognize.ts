import type { AnnotatedRole } from '../model/annotation.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { RenderedFacts } from '../model/rendered-facts.ts';
import type { Roles } from '../model/roles.ts';
import type { AnnotatedValue } from './annotated-value.ts';
import type { IsRead } from './is-read.ts';
import { annotatedValues, annotationsByRole } from './match-annotations.ts';
import { roleTable } from './role-table.ts';
import { type ScannedValues, scanValues } from './scan-values.ts';
import { readSections } from './unread-sections.ts';
import { ValuesIndex } from './values-index.ts';
import type { ValuesView } from './values-view.ts';

/** What the effective values mean. Each role is computed when a rule first asks for it, then kept. */
export function recognize(
  data: JsonObject,
  chart: ChartProfile | undefined,
  context: LintContext,
  rendered?: RenderedFacts,
): Roles {
  // Its roles are made from the table.
  return new View(data, chart, context, rendered) as View & Roles;
}

const NAMES = Object.keys(roleTable) as readonly (keyof Roles)[];
const NOT_YET = Symbol();

/** What the recognizers share, and the roles, one property for each line of the table. */
class View {
  readonly data: JsonObject;
  readonly chart: ChartProfile | undefined;
  readonly context: LintContext;
  readonly rendered: RenderedFacts | undefined;
  /** The roles, in the order of the table. */
  readonly #roles: unknown[] = new Array(NAMES.length).fill(NOT_YET);
  declare readonly modes: Roles['modes'];
  #index: ValuesIndex | undefined;
  #scanned: ScannedValues | undefined;
  #annotations: ReturnType<typeof annotationsByRole> | undefined;
  #isRead: IsRead | undefined;

  static {
    for (const [i, name] of NAMES.entries()) {
      const recognizeRole = roleTable[name];
      Object.defineProperty(View.prototype, name, {
        get(this: View & Roles & ValuesView) {
          if (this.#roles[i] === NOT_YET) this.#roles[i] = recognizeRole(this);
          return this.#roles[i];
        },
      });
    }
  }

  constructor(
    data: JsonObject,
    chart: ChartProfile | undefined,
    context: LintContext,
    rendered: RenderedFacts | undefined,
  ) {
    this.data = data;
    this.chart = chart;
    this.context = context;
    this.rendered = rendered;
  }

  annotated<Role extends AnnotatedRole>(role: Role): readonly AnnotatedValue<Role>[] {
    this.#annotations ??= annotationsByRole(this.chart?.annotations ?? []);
    return annotatedValues(this.data, this.#annotations[role] ?? []);
  }

  get index(): ValuesIndex {
    this.#index ??= new ValuesIndex(this.data);
    return this.#index;
  }

  get scanned(): ScannedValues {
    this.#scanned ??= scanValues(this.data);
    return this.#scanned;
  }

  get isRead(): IsRead {
    this.#isRead ??= readSections(this);
    return this.#isRead;
  }
}
