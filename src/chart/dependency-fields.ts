import type { YamlDocument } from '../load/located-document.ts';
import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';

/** The fields of `Dependency` in `pkg/chart/v2/dependency.go`. Helm sets `enabled` itself, whatever Chart.yaml says. */
const FIELDS = ['name', 'version', 'repository', 'condition', 'tags', 'import-values', 'alias'];
const KNOWN = knownNames(FIELDS);

/** Fields of dependencies that Helm does not read, in Chart.yaml or requirements.yaml. */
export function dependencyFields(document: YamlDocument): Finding[] {
  const { data } = document;
  const dependencies = isJsonObject(data) && Array.isArray(data.dependencies) ? data.dependencies : [];
  return dependencies.flatMap((dependency, index) =>
    isJsonObject(dependency)
      ? Object.keys(dependency)
          .filter((field) => !FIELDS.includes(field))
          .map((field) => ({
            rule: 'chart/unknown-dependency-field',
            severity: 'warning' as const,
            problem: `Helm does not read "${field}" of a dependency`,
            why: 'It changes nothing.',
            help: advice(field),
            span: document.locate(['dependencies', index, field], 'key'),
            path: '',
            related: [],
          }))
      : [],
  );
}

function advice(field: string): string {
  if (field === 'enabled')
    return 'To switch the dependency, write condition: with the path of a value, and set that value to true or false.';
  const near = nearestName(field, KNOWN);
  return near === undefined ? `The fields are ${FIELDS.join(', ')}.` : `Did you mean "${near}"?`;
}
