import type { RuleEntry } from './rule-entry.ts';
import { plainStyle, type Style } from './style.ts';

/** The rules and checks as a table: id, what a finding weighs now, what is reported. */
export function formatRuleTable(entries: readonly RuleEntry[], style: Style = plainStyle): string {
  const idWidth = Math.max(0, ...entries.map(({ id }) => id.length));
  const groups = (['rule', 'check'] as const).map((kind) => entries.filter((entry) => entry.kind === kind));
  const tables = groups
    .filter((group) => group.length > 0)
    .map((group) => group.map((entry) => line(entry, idWidth, style)).join('\n'));
  const off = entries.filter(({ setting }) => setting === 'off').length;
  const count = `${entries.length} rules and checks${off === 0 ? '' : `, ${off} off`}. chartlint explain <id> says more.`;
  return `${[...tables, count].join('\n\n')}\n`;
}

function line({ id, severity, setting, summary }: RuleEntry, idWidth: number, style: Style): string {
  const weight = setting === 'on' ? severity : setting;
  const shown = weight === 'off' ? style.dim('off') : style[weight](weight);
  return `${id.padEnd(idWidth)}  ${shown}${' '.repeat('warning'.length - weight.length)}  ${summary}`;
}

/** The same for programs: one object per rule or check. */
export function formatRuleList(entries: readonly RuleEntry[]): string {
  const list = entries.map(({ examples: _, ...entry }) => entry);
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}
