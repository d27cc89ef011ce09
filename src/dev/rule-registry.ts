import type { LoadedRule, RuleFile } from './rule-files.ts';

/** The text of `src/generated/rules.ts`: one import per rule file, in the order of the files. */
export function ruleRegistry(files: readonly RuleFile[]): string {
  return [
    "import type { Rule } from '../model/rule.ts';",
    ...files.map(importLine),
    '',
    '/** Every rule that chartlint ships. */',
    'export const rules: readonly Rule[] = [',
    ...files.map(({ variable }) => `  ${variable},`),
    '];',
    '',
  ].join('\n');
}

/** The text of `src/generated/rule-heads.ts`: the rules about any chart, and of those about one chart what does not run. */
export function ruleHeads(loaded: readonly LoadedRule[]): string {
  return [
    "import type { RuleHead } from '../model/rule.ts';",
    ...loaded.filter(({ rule }) => rule.chart === undefined).map(importLine),
    '',
    '/** Every rule that chartlint ships, in the order of the registry. The rules about one chart come with the chart. */',
    'export const ruleHeads: readonly RuleHead[] = [',
    ...loaded.map(({ rule: { examples: _, check, ...head }, variable }) =>
      head.chart === undefined ? `  ${variable},` : `  ${JSON.stringify(head)},`,
    ),
    '];',
    '',
  ].join('\n');
}

/** The line that imports a rule into a module of `src/generated/`. */
export function importLine({ file, variable }: RuleFile): string {
  return `import { rule as ${variable} } from '../rules/${file}';`;
}
