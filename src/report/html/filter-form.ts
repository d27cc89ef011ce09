import { escapeXml, xmlAttributes } from '../escape-xml.ts';

/** The filters of the list; hidden until the script shows them. */
export function filterForm(rules: readonly string[], charts: readonly string[]): string {
  const severities = ['error', 'warning', 'info'].map(
    (name) => `<label><input type="checkbox" name="severity" value="${name}" checked>${name}s</label>`,
  );
  return [
    '<form id="filter" hidden aria-label="Filter the findings">',
    ...severities,
    choice('rule', 'All rules', rules),
    choice('chart', 'All charts', charts),
    '<input type="search" name="text" placeholder="Search" aria-label="Search the findings">',
    '<button type="reset">Reset</button>',
    '<output id="shown"></output>',
    '</form>',
  ].join('\n');
}

function choice(name: string, all: string, values: readonly string[]): string {
  const options = values.map((value) => `<option${xmlAttributes({ value })}>${escapeXml(value)}</option>`);
  return `<select name="${name}" aria-label="${name}"><option value="">${all}</option>${options.join('')}</select>`;
}
