import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import { mapLayers } from '../map-layers.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';

const VALUES = ['spec', 'values'];

/** The release that a HelmRelease is; none without a name, which is a part of something else. */
export function helmRelease(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const name = textAt(object.data, ['metadata', 'name']);
  if (name === undefined) return [];
  const findings: Finding[] = [];
  const values = valueAt(object.data, VALUES);
  if (values !== undefined && values !== null && !isJsonObject(values)) {
    findings.push(
      manifestFinding('values-not-a-map', 'error', object.locate(VALUES, 'value'), {
        problem: `spec.values is ${Array.isArray(values) ? 'a list' : 'text'}, and Flux needs a map`,
        why: 'It ignores what is no map and installs the chart with its defaults.',
        help: 'Write the values as YAML below the key, without the "|".',
      }),
    );
  }
  return [
    {
      kind: 'HelmRelease',
      name,
      namespace: textAt(object.data, ['metadata', 'namespace']),
      chart: undefined,
      layers: mapLayers(object, VALUES, repository),
      at: object.locate(['metadata', 'name'], 'value'),
      files: object.files,
      findings,
    },
  ];
}
