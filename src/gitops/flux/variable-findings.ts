import type { Finding } from '../../model/finding.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { knownNames, nearestName } from '../../model/nearest-name.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import { textsBelow } from '../texts-below.ts';

/** `${NAME}` without a default; `$${NAME}` is the text itself. */
const VARIABLE = /(?<!\$)\$\{([A-Za-z_]\w*)\}/g;

/**
 * Variables in values for which the Flux Kustomization that builds the object has nothing, where all that it has is here: Flux puts in an empty
 * text (unless StrictPostBuildSubstitutions is on: then it stops).
 */
export function variableFindings(object: ManifestObject, at: ValuesPath): Finding[] {
  const { variables } = object;
  if (variables === undefined || !variables.isAll) return [];
  const findings: Finding[] = [];
  for (const { path, text } of textsBelow(valueAt(object.data, at) ?? null, at)) {
    const lost = Array.from(text.matchAll(VARIABLE), ([, name = '']) => name);
    const name = lost.find((one) => !variables.known.has(one));
    if (name === undefined) continue;
    const near = nearestName(name, knownNames([...variables.known.keys()]), 'slip');
    const said = {
      problem: `Flux puts an empty text in for \${${name}}`,
      why: 'postBuild.substitute of the Kustomization that builds this has no variable of that name.',
      help:
        near === undefined
          ? `Add it there, give it a default (\${${name}:=…}), or write $\${${name}} for the text itself.`
          : `Did you mean "${near}"?`,
    };
    const pointer = toPointer(path.slice(at.length));
    findings.push(manifestFinding('variable-unset', 'warning', object.locate(path, 'value'), said, pointer));
  }
  return findings;
}
