import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import { valueAt } from '../model/values-path.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { ManifestObject } from './manifest-object.ts';

/** What is meant for a chart, and belongs somewhere below `spec`. */
const OF_SPEC = /^(?:values?|valuesContent|valuesObject|valuesFrom|valueFiles|valuesFiles|helm|parameters)$/i;

/** Values that stand beside `spec` or in `metadata`, where no tool looks. */
export function strayValues(object: ManifestObject): Finding[] {
  return [[], ['metadata']].flatMap((at) => {
    const map = valueAt(object.data, at);
    if (!isJsonObject(map)) return [];
    return Object.keys(map)
      .filter((key) => OF_SPEC.test(key))
      .map((key) =>
        manifestFinding('unknown-field', 'error', object.locate([...at, key], 'key'), {
          problem: `"${key}" stands ${at.length === 0 ? 'beside spec' : 'in metadata'}, where nobody reads it`,
          why: 'Kubernetes drops the field without a word, or refuses the object: the chart gets nothing of it.',
          help:
            at.length === 0
              ? 'Indent it, so that it stands below spec.'
              : 'Move it to where it belongs below spec.',
        }),
      );
  });
}

/** A name that YAML reads as something else than text, `off` or `123`: the object as it is meant, and what is wrong with it. */
export function withTextName(
  object: ManifestObject,
  textAt: (span: Finding['span']) => string,
): { readonly object: ManifestObject; readonly findings: readonly Finding[] } {
  const { metadata } = object.data;
  const name = isJsonObject(metadata) ? metadata.name : undefined;
  if (!isJsonObject(metadata) || (typeof name !== 'boolean' && typeof name !== 'number'))
    return { object, findings: [] };
  const span = object.locate(['metadata', 'name'], 'value');
  const text = textAt(span);
  return {
    object: { ...object, data: { ...object.data, metadata: { ...metadata, name: text } } },
    findings: [
      manifestFinding('name-not-text', 'error', span, {
        problem: `The name ${text} is no text: YAML reads it as ${typeof name === 'number' ? 'a number' : String(name)}`,
        why: 'Kubernetes refuses the object.',
        help: `Write "${text}" in quotes.`,
      }),
    ],
  };
}
