import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { ATLASIA_CHART_ENV } from '../atlasia-chart-env.ts';
import { chartValues } from '../chart-values.ts';

const ENV = ['orchestrator', 'env'];

export const rule = defineRule({
  id: 'atlasia/env-duplicate',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A variable in orchestrator.env has a name that the chart sets itself, or is there twice.',
    why: 'Of two variables with one name Kubernetes takes the last. The template writes its own after orchestrator.env, so theirs win and yours has no effect; within the list the lower one wins.',
    source: 'orchestrator-deployment.yaml of the chart; Kubernetes API reference, EnvVar.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  env:\n    - name: LLM_MODEL\n      value: gpt-4.1-mini\n',
      },
      {
        chart: 'atlasia',
        values:
          'orchestrator:\n  env:\n    - name: LOG_LEVEL\n      value: info\n    - name: LOG_LEVEL\n      value: debug\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'orchestrator:\n  env:\n    - name: LOG_LEVEL\n      value: info\n' },
      { chart: 'atlasia', values: 'config:\n  llm:\n    model: gpt-4.1-mini\n' },
    ],
  },
  *check(release) {
    const env = chartValues<AtlasiaValues>(release).orchestrator?.env;
    if (!Array.isArray(env)) return;
    const last = new Map(env.map((variable, i) => [variable?.name, i]));
    for (const [i, variable] of env.entries()) {
      const name = variable?.name;
      if (typeof name !== 'string') continue;
      const at = [...ENV, i, 'name'];
      const setting = ATLASIA_CHART_ENV.get(name);
      if (setting !== undefined) {
        yield {
          at,
          problem: `The chart sets ${name} itself, after orchestrator.env`,
          why: 'This one has no effect.',
          help: `Set ${setting} and remove it here.`,
        };
        continue;
      }
      const winner = last.get(name) ?? i;
      if (winner === i) continue;
      yield {
        at,
        problem: `${name} is in orchestrator.env twice, and the later one wins`,
        why: 'This one has no effect.',
        help: 'Remove one of them.',
        related: [{ at: [...ENV, winner, 'name'], message: 'this one wins' }],
      };
    }
  },
});
