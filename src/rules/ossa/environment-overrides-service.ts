import type { OssaValues } from '../../charts/ossa-values.ts';
import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { actingEnvironment, deployedServices } from '../ossa-services.ts';
import { isUserWritten } from '../written.ts';

const ENVIRONMENT = ['global', 'environment'];

export const rule = defineRule({
  id: 'ossa/environment-overrides-service',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary:
      'The count of pods or the resources of a service are set, and those of the environment replace them.',
    why: 'While global.environment is dev, staging or production, which it always is unless the services are to be left without settings, the templates take environments.<environment>.replicaCount and .resources for every service. What services.<service> says is not used, although the README shows it.',
    source:
      'all-services.yaml and the gateway Deployment of the chart; Service Configuration and High Load Scenarios in the OSSA README.',
  },
  examples: {
    bad: [
      { chart: 'ossa', values: 'services:\n  gateway:\n    replicaCount: 5\n' },
      {
        chart: 'ossa',
        values:
          'global:\n  environment: production\nservices:\n  orchestration:\n    resources:\n      limits:\n        memory: 4Gi\n',
      },
    ],
    good: [
      { chart: 'ossa', values: 'environments:\n  dev:\n    replicaCount: 3\n' },
      { chart: 'ossa', values: 'services:\n  gateway:\n    replicaCount: 1\n' },
      { chart: 'ossa', values: 'services:\n  gateway:\n    minReplicas: 4\n' },
    ],
  },
  *check(release) {
    const values = chartValues<OssaValues>(release);
    const environment = actingEnvironment(values);
    if (environment === undefined) return;
    const services = deployedServices(values).map(({ key }) => ['services', key]);
    for (const setting of ['replicaCount', 'resources']) {
      const winner = ['environments', environment, setting];
      const effective = valueAt(release.values.data, winner);
      const ignored = services
        .map((service) => [...service, setting])
        .filter((path) => isUserWritten(release, path) && differs(release, path, effective));
      if (ignored.length > 0) yield replaced(release, ignored, winner, environment);
    }
  },
});

function replaced(
  release: Release,
  ignored: readonly ValuesPath[],
  winner: ValuesPath,
  environment: string,
): Fact {
  const [first, ...others] = ignored;
  const part = isJsonObject(valueAt(release.values.data, first!)) ? 'key' : 'value';
  const have = ignored.length === 1 ? 'has' : 'have';
  return {
    at: first!,
    part,
    problem: `${listWords(ignored.map(formatPath), 'and', 3)} ${have} no effect`,
    why: `With global.environment "${environment}" every service takes ${formatPath(winner)}.`,
    help: 'Set that one, for all services alike.',
    related: [
      ...others.map((at) => ({ at, part, message: `${formatPath(at)} has no effect either` }) as const),
      { at: ENVIRONMENT, message: `the environment is "${environment}"` },
    ],
  };
}

/** Whether something that the user wrote there differs from what acts. */
function differs(release: Release, path: ValuesPath, effective: JsonValue | undefined): boolean {
  const value = valueAt(release.values.data, path);
  if (!isJsonObject(value)) return isUserWritten(release, path) && String(value) !== String(effective);
  return Object.keys(value).some((key) =>
    differs(release, [...path, key], isJsonObject(effective) ? effective[key] : undefined),
  );
}
