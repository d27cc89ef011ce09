import { chooseFixes } from '../lint/choose-fixes.ts';
import { fixTexts } from '../lint/fix-texts.ts';
import { loadValues } from '../load/load-values.ts';
import type { Rule, RuleExample } from '../model/rule.ts';
import { lintExample } from './lint-example.ts';

const FILE = 'values.yaml';
const MOST_ROUNDS = 10;

/** What applying every fix of a rule to an example comes to. */
export interface Fixed {
  /** The values after the last fix. */
  readonly values: string;
  /** Number of fixes applied. */
  readonly fixes: number;
  /** What is wrong with the fixes: one sentence each. */
  readonly problems: readonly string[];
}

/** Applies every fix of the rule, safe or not, again and again until there is none, as `--fix-unsafe` does. */
export async function fixEverything(example: RuleExample, rule: Rule): Promise<Fixed> {
  let { values } = example;
  let fixes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = await lintExample({ ...example, values }, [rule]);
    const chosen = chooseFixes(findings, { unsafe: true, isEditable: ({ id }) => id === FILE });
    if (chosen.length === 0) return { values, fixes, problems: [] };
    const { texts, applied, refused } = fixTexts(chosen, new Map([[FILE, values]]), (source, text) => {
      return loadValues(source, text).document?.data;
    });
    const [first] = refused;
    if (first !== undefined) {
      const problem = `the fix "${first.finding.fix?.title}" is rolled back, because ${first.reason}`;
      return { values, fixes, problems: [problem] };
    }
    if (texts.size === 0) {
      return { values, fixes, problems: [`the fix "${chosen[0]?.fix.title}" changes nothing`] };
    }
    fixes += applied.length;
    values = texts.get(FILE) ?? values;
  }
  return { values, fixes, problems: ['the fixes never end: each makes room for another'] };
}
