import type { ManifestFact } from '../../kubernetes/manifest-fact.ts';
import type { FixProposal } from '../../model/fix-proposal.ts';
import { plainScalar } from '../../model/plain-scalar.ts';
import type { Release } from '../../model/release.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';

/**
 * The mend of a manifest's field as a fix of the value that is the whole field; undefined where the value becomes something
 * else on its way there. Only quotes are safe: they change nothing but the type.
 */
export function mendValue(
  { mend, part }: ManifestFact,
  field: unknown,
  path: ValuesPath,
  { values }: Release,
): FixProposal | undefined {
  if (mend === undefined) return undefined;
  const at = path;
  const value = valueAt(values.data, path);
  if (mend.how === 'rename') {
    if (part !== 'key' || path.at(-1) === undefined || value === undefined) return undefined;
    return {
      title: `Rename the key to ${mend.to}`,
      safe: false,
      replace: [{ at, part: 'key', text: plainScalar(mend.to) }],
    };
  }
  if (JSON.stringify(value) !== JSON.stringify(field)) return undefined;
  if (mend.how === 'quote') {
    const { span } = values.locate(path, 'value');
    const text = values.layersSetting(path).at(-1)?.document?.text.slice(span.start, span.end);
    if (text === undefined || !/^[\w.+-]+$/.test(text)) return undefined;
    return { title: 'Quote the value', safe: true, replace: [{ at, text: `"${text}"` }] };
  }
  if (mend.how !== 'replace' || typeof mend.by === 'object') return undefined;
  const text = typeof mend.by === 'string' ? plainScalar(mend.by) : String(mend.by);
  return { title: `Write ${text}`, safe: false, replace: [{ at, text }] };
}
