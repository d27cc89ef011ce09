import type { ChartProfile } from './chart-profile.ts';
import type { Rule } from './rule.ts';

/** A chart with the rules about it. Rules themselves see only the profile. */
export interface RuledProfile extends ChartProfile {
  /** The rules that chartlint ships about this chart alone. */
  readonly rules?: readonly Rule[];
}
