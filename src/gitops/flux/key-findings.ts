import type { Finding } from '../../model/finding.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';

/** A plain key that go-yaml 3 reads as a number, a boolean or a time. */
const NO_TEXT =
  /^(?:[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|\d{4}-\d\d-\d\d|[Tt]rue|TRUE|[Ff]alse|FALSE)$/;

/** Keys below a path that are no text: `kustomize build`, which Flux runs over every manifest, stops at them. */
export function keyFindings(object: ManifestObject, at: ValuesPath): Finding[] {
  const findings: Finding[] = [];
  const visit = (value: unknown, path: ValuesPath): void => {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) visit(item, [...path, i]);
    } else if (isJsonObject(value)) {
      for (const [key, below] of Object.entries(value)) {
        const inner = [...path, key];
        if (NO_TEXT.test(key)) {
          const span = object.locate(inner, 'key');
          // What is longer than itself stands in quotes.
          if (span.end - span.start === key.length) findings.push(noText(key, span, inner.slice(at.length)));
        }
        visit(below, inner);
      }
    }
  };
  visit(valueAt(object.data, at), at);
  return findings;
}

function noText(key: string, span: Finding['span'], path: ValuesPath): Finding {
  return {
    ...manifestFinding(
      'key-not-text',
      'error',
      span,
      {
        problem: `The key ${key} is no text`,
        why: 'Flux builds every manifest with Kustomize, which stops here: "json: unsupported type: map[interface {}]interface {}".',
        help: 'Quote the key.',
      },
      toPointer(path),
    ),
    fix: {
      title: `Quote the key ${key}`,
      safe: true,
      edits: [{ span, text: `"${key}"` }],
      paths: [toPointer(path)],
    },
  };
}
