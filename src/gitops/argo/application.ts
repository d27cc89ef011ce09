import type { Finding } from '../../model/finding.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { chartKeys } from '../chart-keys.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import type { ManifestRelease } from '../manifest-release.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';
import { unknownFields } from '../unknown-fields.ts';
import { APPLICATION_WORDS, SPEC_FIELDS } from './application-fields.ts';
import { refSources } from './ref-sources.ts';
import { releaseOfSource } from './release-of-source.ts';
import type { ApplicationContext } from './source-place.ts';

/** The releases of an Application: one for each source that is a chart. */
export function application(object: ManifestObject, repository: Repository): ManifestRelease[] {
  const api = textAt(object.data, ['apiVersion']) ?? '';
  const name = textAt(object.data, ['metadata', 'name']);
  if (!api.startsWith('argoproj.io/') || name === undefined) return [];
  return releasesOfSpec(object, ['spec'], { kind: 'Application', name, repository });
}

/** The releases of what is, or becomes, the `spec` of an Application. */
export function releasesOfSpec(
  object: ManifestObject,
  at: ValuesPath,
  context: ApplicationContext,
): ManifestRelease[] {
  const spec = valueAt(object.data, at);
  if (!isJsonObject(spec)) return [];
  const many = Array.isArray(spec.sources) && spec.sources.length > 0 ? spec.sources : undefined;
  const paths = many === undefined ? [[...at, 'source']] : many.map((_, i) => [...at, 'sources', i]);
  const refs = refSources(object, at, many);
  const releases = paths.flatMap((path) => releaseOfSource(object, path, { ...context, spec: at, refs }));
  const [first, ...others] = releases;
  if (first === undefined) return [];
  const own = [
    ...unknownFields(object, at, SPEC_FIELDS, APPLICATION_WORDS, chartKeys(first.chart, context.repository)),
    ...refs.findings,
    ...ignoredSource(object, at, many),
  ];
  return [{ ...first, findings: [...own, ...first.findings] }, ...others];
}

function ignoredSource(object: ManifestObject, at: ValuesPath, many: unknown): Finding[] {
  const path = [...at, 'source'];
  if (many === undefined || !isJsonObject(valueAt(object.data, path))) return [];
  return [
    manifestFinding('ignored-values', 'warning', object.locate(path, 'key'), {
      problem: '"source" is ignored, because "sources" is set as well',
      why: 'Argo CD looks at sources alone then.',
      help: 'Move it into sources, or delete it.',
    }),
  ];
}
