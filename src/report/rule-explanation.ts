import type { RuleExample } from '../model/rule.ts';
import type { RuleEntry } from './rule-entry.ts';
import { plainStyle, type Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

/** Everything about one rule or check, for a terminal. */
export function formatRuleExplanation(entry: RuleEntry, style: Style = plainStyle, width = 100): string {
  const { id, severity, setting, recommended, chart, summary, why, source, options, examples, docs } = entry;
  const state = [
    severity,
    recommended ? 'on by default' : 'off by default',
    ...(setting === 'on' || (setting === 'off' && !recommended) ? [] : [`set to ${setting}`]),
    ...(chart === undefined ? [] : [`for the chart ${chart}`]),
  ];
  const sections = [
    `${style.bold(id)} (${state.join(', ')})`,
    wrapText(summary, width),
    wrapText(why, width),
    ...(examples === undefined ? [] : [shown('Reported', examples.bad), shown('Accepted', examples.good)]),
    ...(options === undefined ? [] : [`Options (JSON Schema):\n${indent(JSON.stringify(options, null, 2))}`]),
    ...(source === undefined ? [] : [wrapText(`Source: ${source}`, width)]),
    ...(docs === undefined ? [] : [docs]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function shown(title: string, examples: readonly RuleExample[]): string {
  if (examples.length === 0) return '';
  return `${title}:\n${examples.map(exampleText).join('\n\n')}`;
}

function exampleText({ values, chart, environment, cni, options, defaults }: RuleExample): string {
  const context = [
    ...(chart === undefined ? [] : [`--chart ${chart}`]),
    ...(environment === undefined ? [] : [`--env ${environment}`]),
    ...(cni === undefined ? [] : [`--cni ${cni}`]),
    ...(options === undefined ? [] : [`with ${JSON.stringify(options)}`]),
  ];
  return [
    ...(context.length === 0 ? [] : [`  (${context.join(' ')})`]),
    indent(values.trimEnd()),
    ...(defaults === undefined ? [] : ["  over the chart's own values:", indent(indent(defaults.trimEnd()))]),
  ].join('\n');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
