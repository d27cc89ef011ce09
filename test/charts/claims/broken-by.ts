import type { More, Row } from './claim.ts';

/** A value that breaks a claim, the rule that has to speak, and where below the path of the claim (a JSON Pointer, '' by default). */
type Bad = readonly [value: unknown, rule: string, below?: string];

/** Rows of a claim that several values break. */
export function brokenBy(
  claim: string,
  path: string,
  good: unknown,
  values: readonly Bad[],
  more: More = {},
): readonly Row[] {
  const at = `/${path.split('.').join('/')}`;
  return values.map(([bad, rule, below]) => [
    claim,
    path,
    bad,
    good,
    rule,
    below === undefined ? more : { ...more, at: `${at}${below}` },
  ]);
}
