import type { Severity } from '../model/severity.ts';
import type { ToolInfo } from './tool-info.ts';

/** SARIF's words for severities. */
export const SARIF_LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** GitHub's words for severities of rules that are not about security. */
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** SARIF `reportingDescriptor` of a rule. GitHub wants both descriptions and the help text, also for ids nobody registered. */
export function sarifRule(id: string, tool: ToolInfo): object {
  const rule = tool.rule(id);
  const docs = tool.docs(id);
  const summary = rule?.summary ?? `Findings of the check ${id}.`;
  const why = rule?.why ?? summary;
  const help = rule === undefined ? summary : `${summary}\n\n${why}`;
  const more = docs === undefined ? '' : `\n\n[Documentation of ${id}](${docs})`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    ...(docs === undefined ? {} : { helpUri: docs }),
    help: { text: help, markdown: `${help}${more}` },
    ...(rule === undefined ? {} : { defaultConfiguration: { level: SARIF_LEVEL[rule.severity] } }),
    properties: {
      tags: ['helm', 'values'],
      ...(rule === undefined ? {} : { 'problem.severity': PROBLEM_SEVERITY[rule.severity] }),
    },
  };
}
