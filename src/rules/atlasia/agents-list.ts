import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import type { FixProposal } from '../../model/fix-proposal.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';

const AT = ['config', 'orchestrator', 'enabledAgents'];
const AGENTS = ['PM', 'QUALIFIER', 'ARCHITECT', 'DEVELOPER', 'REVIEW', 'TESTER', 'WRITER'];

export const rule = defineRule({
  id: 'atlasia/agents-list',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The list of agents names one that does not exist, names one twice, or has spaces or gaps in it.',
    why: 'The list goes into ENABLED_AGENTS as it is and is split at the commas. A name that is not exactly one of the seven agents enables nothing, and the work of that agent is left out without a message.',
    source: 'values.yaml and configmap.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'config:\n  orchestrator:\n    enabledAgents: PM,CODER,TESTER\n' },
      { chart: 'atlasia', values: 'config:\n  orchestrator:\n    enabledAgents: "PM, ARCHITECT"\n' },
      { chart: 'atlasia', values: 'config:\n  orchestrator:\n    enabledAgents: PM,TESTER,PM\n' },
    ],
    good: [
      { chart: 'atlasia', values: 'config:\n  orchestrator:\n    enabledAgents: PM,ARCHITECT\n' },
      { chart: 'atlasia', values: 'config:\n  orchestrator:\n    enabledAgents: WRITER\n' },
    ],
  },
  *check(release) {
    const list = chartValues<AtlasiaValues>(release).config?.orchestrator?.enabledAgents;
    if (typeof list !== 'string' || list === '') return;
    const written = list.split(',');
    const names = written.map((name) => name.trim());
    const unknown = [...new Set(names.filter((name) => !AGENTS.includes(name)))];
    const twice = [...new Set(names.filter((name, i) => name !== '' && names.indexOf(name) !== i))];
    if (unknown.length > 0) {
      const known = names.map((name) => AGENTS.find((agent) => agent === name.toUpperCase()));
      yield {
        at: AT,
        problem: `config.orchestrator.enabledAgents names ${listWords(unknown.map((name) => `"${name}"`))}, which ${unknown.length === 1 ? 'is no agent' : 'are no agents'}`,
        why: 'Nothing does that work.',
        help: `Choose from ${listWords(AGENTS, 'and', AGENTS.length)}.`,
        ...(known.every((agent) => agent !== undefined) ? { fix: rewrite(known, false) } : {}),
      };
    } else if (twice.length > 0) {
      yield {
        at: AT,
        problem: `config.orchestrator.enabledAgents names ${listWords(twice)} more than once`,
        why: 'Another agent may be missing.',
        help: 'Name each agent once.',
        fix: rewrite([...new Set(names)], false),
      };
    } else if (written.some((name, i) => name !== names[i])) {
      yield {
        at: AT,
        problem: `config.orchestrator.enabledAgents is "${list}" with spaces in it, which become part of the names`,
        help: 'Write the names with commas only.',
        fix: rewrite(names, true),
      };
    }
  },
});

function rewrite(names: readonly string[], safe: boolean): FixProposal {
  const text = names.join(',');
  return { title: `Write ${text}`, safe, replace: [{ at: AT, text: JSON.stringify(text) }] };
}
