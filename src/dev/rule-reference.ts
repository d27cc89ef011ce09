import type { CheckInfo } from '../model/check-info.ts';
import type { Rule } from '../model/rule.ts';
import { checkPage, GENERATED, type RulePage, rulePage } from './rule-page.ts';

const TITLES: Readonly<Record<string, string>> = {
  '': 'Rules for every chart',
  yaml: 'Reading YAML',
  schema: 'The schema of the chart',
  merge: 'Merging values',
  template: 'Rendering the templates',
  kubernetes: 'What Kubernetes says of rendered objects',
  chart: 'Finding the chart',
  flag: 'Flags',
  suppression: 'Comments for chartlint',
  baseline: 'The baseline',
  rule: 'Rules themselves',
  config: 'The configuration',
};

interface Row {
  readonly id: string;
  readonly cells: string;
}

/** The rule reference: the text of each file by its path below `docs/rules/`. */
export async function ruleReference(
  rules: readonly Rule[],
  checks: readonly CheckInfo[],
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const rows: Row[] = [];
  for (const rule of rules) {
    const page = await rulePage(rule);
    files.set(`${rule.id}.md`, page.text);
    rows.push(row(rule.id, rule.severity, rule.recommended ? 'on' : 'off', page, rule.docs.summary));
  }
  for (const check of checks) {
    const page = checkPage(check);
    files.set(`${check.id}.md`, page.text);
    rows.push(row(check.id, check.severity, 'on', page, check.summary));
  }
  files.set('README.md', index(rows));
  return files;
}

function row(id: string, severity: string, isOn: string, { fixable }: RulePage, summary: string): Row {
  const words = summary.replaceAll('|', '\\|');
  return { id, cells: `| [${id}](${id}.md) | ${severity} | ${isOn} | ${fixable ? 'yes' : ''} | ${words} |` };
}

function index(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>();
  for (const one of rows) {
    const prefix = one.id.includes('/') ? one.id.slice(0, one.id.indexOf('/')) : '';
    groups.set(prefix, [...(groups.get(prefix) ?? []), one]);
  }
  const sections = [...groups].map(([prefix, its]) => {
    const table = ['| id | severity | default | fix | reports |', '|---|---|---|---|---|'];
    return `## ${TITLES[prefix] ?? `The chart ${prefix}`}\n\n${[...table, ...its.map(({ cells }) => cells)].join('\n')}`;
  });
  return `${[
    GENERATED,
    '# Rules and checks',
    'Everything that a report can contain. `chartlint explain <id>` prints the same on a terminal. How to turn one off: [configuration](../configuration.md).',
    ...sections,
  ].join('\n\n')}\n`;
}
