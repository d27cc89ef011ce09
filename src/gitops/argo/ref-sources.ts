import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';

/** The sources of an Application that others name by `$ref`. */
export interface RefSources {
  /** Undefined where there is only one source, and nothing to name. */
  readonly names: ReadonlySet<string> | undefined;
  /** What is wrong with the refs themselves. */
  readonly findings: readonly Finding[];
}

/** The refs of `sources` (`GetRefSources` in util/argo/argo.go). */
export function refSources(
  object: ManifestObject,
  at: ValuesPath,
  sources: readonly JsonValue[] | undefined,
): RefSources {
  if (sources === undefined) return { names: undefined, findings: [] };
  const names = new Set<string>();
  const findings: Finding[] = [];
  for (const [i, source] of sources.entries()) {
    if (!isJsonObject(source) || typeof source.ref !== 'string' || source.ref === '') continue;
    const { ref } = source;
    const span = object.locate([...at, 'sources', i, 'ref'], 'value');
    const say = (problem: string, help: string): void => {
      findings.push(
        manifestFinding('ref', 'error', span, { problem, why: 'Argo CD refuses the Application.', help }),
      );
    };
    if (!/^[a-zA-Z0-9_-]+$/.test(ref) && !ref.includes('{{'))
      say(`The ref "${ref}" has other characters than letters, digits, "-" and "_"`, 'Rename it.');
    else if (names.has(ref)) say(`Two sources have the ref "${ref}"`, 'Rename one of them.');
    else if (typeof source.chart === 'string' && source.chart !== '')
      say(
        `The source with the ref "${ref}" is a chart`,
        'Give the ref to a source that is a git repository.',
      );
    names.add(ref);
  }
  return { names, findings };
}
