import type { AnnotatedRole } from '../model/annotation.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { RenderedFacts } from '../model/rendered-facts.ts';
import type { Roles } from '../model/roles.ts';
import type { AnnotatedValue } from './annotated-value.ts';
import type { IsRead } from './is-read.ts';
import type { ScannedValues } from './scan-values.ts';
import type { ValuesIndex } from './values-index.ts';

/** The effective values of a release as recognizers look at them: by themselves, and what other recognizers make of them. */
export interface ValuesView extends Roles {
  readonly data: JsonObject;
  readonly chart: ChartProfile | undefined;
  readonly context: LintContext;
  /** What the templates make of the values; undefined where that is not known. */
  readonly rendered: RenderedFacts | undefined;
  readonly index: ValuesIndex;
  readonly scanned: ScannedValues;
  readonly isRead: IsRead;
  /** The values that carry the role by annotation, in the order of the schema. */
  annotated<Role extends AnnotatedRole>(role: Role): readonly AnnotatedValue<Role>[];
}

/** What recognizes each role. */
export type RoleTable = { readonly [Name in keyof Roles]: (view: ValuesView) => Roles[Name] };
