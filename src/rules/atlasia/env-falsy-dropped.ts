import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import type { JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { falsyVariable } from '../falsy-variable.ts';

export const rule = defineRule({
  id: 'atlasia/env-falsy-dropped',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'A variable of the orchestrator has the value 0 or false without quotes and comes out empty.',
    why: 'The template writes the value only `if .value`, which Go templates deny for 0 and false. The variable exists and is empty, so the program takes its own default or fails to parse it. In quotes both are text and are written.',
    source: 'orchestrator-deployment.yaml of the chart; Go text/template, "if".',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  env:\n    - name: MANAGEMENT_TRACING_ENABLED\n      value: false\n',
      },
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  env:\n    - name: RETRY_LIMIT\n      value: 0\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values: 'orchestrator:\n  env:\n    - name: RETRY_LIMIT\n      value: "0"\n',
      },
      { chart: 'atlasia', values: 'orchestrator:\n  env:\n    - name: PROXY_HOST\n      value: ""\n' },
      { chart: 'atlasia', values: 'orchestrator:\n  env:\n    - name: WORKERS\n      value: 4\n' },
    ],
  },
  *check(release) {
    const env = chartValues<AtlasiaValues>(release).orchestrator?.env;
    if (!Array.isArray(env)) return;
    for (const [i, variable] of env.entries()) {
      const at = ['orchestrator', 'env', i, 'value'];
      const value: JsonValue | undefined = variable?.value;
      yield* falsyVariable(
        release,
        at,
        { name: String(variable?.name), value },
        'The variable comes out empty.',
      );
    }
  },
});
