import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import type { Fact } from '../../model/fact.ts';
import { defineRule } from '../../model/rule.ts';
import { fullNameOf } from '../atlasia-release-name.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const ENV = ['orchestrator', 'env'];
const FULL_NAME = ['fullnameOverride'];
const DEFAULT_CONFIG = 'atlasia-config';

export const rule = defineRule({
  id: 'atlasia/hardcoded-config-name',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'A variable of the orchestrator comes from the ConfigMap of a release with another name.',
    why: 'The default of orchestrator.env reads REGION from the ConfigMap "atlasia-config", which only a release named atlasia has. Under another name the pods stay in CreateContainerConfigError, or read the region of the other release.',
    source: 'values.yaml (orchestrator.env) and configmap.yaml of the chart.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'fullnameOverride: atlasia-green\n' },
      {
        chart: 'atlasia',
        values:
          'fullnameOverride: atlasia-green\norchestrator:\n  env:\n    - name: REGION\n      valueFrom:\n        configMapKeyRef:\n          name: atlasia-config\n          key: region\n',
      },
    ],
    good: [
      { chart: 'atlasia', values: 'fullnameOverride: atlasia\n' },
      {
        chart: 'atlasia',
        values:
          'fullnameOverride: atlasia-green\norchestrator:\n  env:\n    - name: REGION\n      valueFrom:\n        configMapKeyRef:\n          name: atlasia-green-config\n          key: region\n',
      },
    ],
  },
  *check(release) {
    const values = chartValues<AtlasiaValues>(release);
    const name = fullNameOf(values);
    const env = values.orchestrator?.env;
    if (name === undefined || `${name}-config` === DEFAULT_CONFIG || !Array.isArray(env)) return;
    for (const [i, variable] of env.entries()) {
      const source = variable?.valueFrom?.configMapKeyRef;
      if (source?.name !== DEFAULT_CONFIG || source.optional === true) continue;
      yield staleReference(isUserWritten(release, ENV), i, variable.name, name);
    }
  },
});

function staleReference(written: boolean, i: number, variable: string, name: string): Fact {
  const at = [...ENV, i, 'valueFrom', 'configMapKeyRef', 'name'];
  const config = `${name}-config`;
  return {
    at: written ? at : FULL_NAME,
    problem: `orchestrator.env reads ${variable} from the ConfigMap "${DEFAULT_CONFIG}", which is not made`,
    why: `With fullnameOverride "${name}" the chart makes "${config}": the pods do not start, or read what another release says.`,
    help: `Write orchestrator.env out with ${config}.`,
    related: written ? [{ at: FULL_NAME, message: `the release is called "${name}"` }] : [],
    ...(written ? { fix: { title: `Name ${config}`, safe: false, replace: [{ at, text: config }] } } : {}),
  };
}
