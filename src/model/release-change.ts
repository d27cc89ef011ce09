import type { JsonValue } from './json-value.ts';
import type { Span } from './span.ts';

/** What a change of values does to one object of a release. */
export interface ObjectChange {
  readonly how: 'added' | 'removed' | 'changed';
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** The template that writes it, as Helm calls it. */
  readonly template: string;
  /** Why it is there or gone. */
  readonly causes: readonly ChangeCause[];
  /** Of a changed object. */
  readonly fields: readonly FieldChange[];
}

/** One field of an object. */
export interface FieldChange {
  readonly how: 'added' | 'removed' | 'changed';
  /** `spec.template.spec.containers[shop].image`: items of lists by name where they have one. */
  readonly field: string;
  /** Undefined where there is nothing; "(secret)" in place of every secret. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
  readonly isSecret: boolean;
  readonly causes: readonly ChangeCause[];
}

/** What brought a change about: a value that differs, or else the template. */
export interface ChangeCause {
  /** `image.tag`; undefined for a template. */
  readonly value: string | undefined;
  /** Where it is written, after the change; before it where it is gone. */
  readonly span: Span;
  /** False when no file writes it: it is a default that nobody can be shown. */
  readonly written: boolean;
}
