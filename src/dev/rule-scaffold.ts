/** Folders with rules for one chart; a rule for any chart has no prefix. */
export interface ScaffoldOptions {
  readonly charts: readonly string[];
  /** Ids that are taken. */
  readonly ids: ReadonlySet<string>;
}

/**
 * The files of a new rule by their path from the root of the project: the rule, with everything that has to be filled in
 * marked TODO, and a fixture. Throws an Error that says what is wrong with the id.
 */
export function ruleScaffold(id: string, { charts, ids }: ScaffoldOptions): Map<string, string> {
  const match = /^(?:([a-z0-9]+)\/)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id);
  if (match === null)
    throw new Error(`"${id}" is no id: write lower-case words with dashes that name the problem`);
  const [, chart, name = ''] = match;
  if (chart !== undefined && !charts.includes(chart)) {
    throw new Error(`"${chart}" is no chart with rules of its own: ${charts.join(', ')}`);
  }
  if (ids.has(id)) throw new Error(`a rule "${id}" is there already`);
  const options = chart === undefined ? '' : ` --chart ${chart}`;
  return new Map([
    [`src/rules/${chart ?? 'generic'}/${name}.ts`, ruleText(id, chart)],
    [
      `fixtures/rules/${id.replace('/', '-')}/reported/values.yaml`,
      '# TODO values about which the rule speaks\n{}\n',
    ],
    [`fixtures/rules/${id.replace('/', '-')}/reported/args`, `values.yaml${options}\n`],
  ]);
}

function ruleText(id: string, chart: string | undefined): string {
  const ownChart = chart === undefined ? '' : `  chart: '${chart}',\n`;
  const exampleChart = chart === undefined ? '' : `, chart: '${chart}'`;
  return `import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

export const rule = defineRule({
  id: '${id}',
  severity: 'warning',
  recommended: true,
${ownChart}  docs: {
    summary: 'TODO One sentence: what the rule reports.',
    why: 'TODO What happens when the values are installed as they are.',
    source: 'TODO Where the fact comes from: a template, the documentation of Kubernetes or Helm.',
  },
  examples: {
    bad: [{ values: 'todo: true\\n'${exampleChart} }],
    good: [{ values: 'todo: false\\n'${exampleChart} }],
  },
  *check(release) {
    const at = ['todo'];
    if (release.values.data.todo !== true) return;
    yield {
      at,
      message: \`\${formatPath(at)} is "true": TODO why it matters. TODO what to do.\`,
    };
  },
});
`;
}
