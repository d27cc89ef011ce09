import type { RuleId } from './check-id.ts';

/** The id of a rule, as findings carry it. Ids that are written out are `CheckId`s, which the compiler knows. */
export function ruleIdOf({ id }: { readonly id: string }): RuleId {
  return id as RuleId;
}
