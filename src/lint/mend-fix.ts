import type { FixProposal } from '../model/fix-proposal.ts';
import { isAmong, isUserLayer } from '../model/layer.ts';
import type { Mend } from '../model/mend.ts';
import { plainScalar } from '../model/plain-scalar.ts';
import type { Release } from '../model/release.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { writtenText } from './written-text.ts';

/**
 * The mend of a value as a fix of what is written; undefined in flags and in charts that are only looked at, and where quotes are
 * no matter of the text alone. Quotes are safe: they change nothing but the type, which is refused as it is.
 */
export function mendFix(mend: Mend, at: ValuesPath, { values, files }: Release): FixProposal | undefined {
  const part = mend.how === 'rename' ? 'key' : 'value';
  const { span, written } = values.locate(at, part);
  const layer = values.layersSetting(at).at(-1);
  if (!written || layer?.document === undefined || span.source.kind === 'flag') return undefined;
  // A parameter of a manifest is a text whatever quotes stand around it.
  if (layer.words !== undefined && mend.how !== 'write') return undefined;
  if (!isUserLayer(layer) && !isAmong(layer, files)) return undefined;
  const text = writtenText(layer.document, span);
  switch (mend.how) {
    case 'rename': {
      // A default of the chart under the right name is what the user meant to change.
      const isTaken = values
        .layersSetting([...at.slice(0, -1), mend.to])
        .some((other) => other === layer || isUserLayer(other));
      const to = plainScalar(mend.to);
      return isTaken
        ? undefined
        : { title: `Rename the key to ${mend.to}`, safe: false, replace: [{ at, part, text: to }] };
    }
    case 'quote': {
      if (!/^[\w.+-]+$/.test(text)) return undefined;
      // `yes` is another text than the value that it stands for; digits are meant as they stand.
      const value = valueAt(values.data, at);
      const safe = typeof value === 'number' || text === String(value);
      return { title: 'Quote the value', safe, replace: [{ at, text: `"${text}"` }] };
    }
    case 'unquote': {
      const [, , inside] = /^(["'])([\w.+-]+)\1$/.exec(text) ?? [];
      if (inside === undefined) return undefined;
      const isSame = /^(?:true|false)$/.test(inside) || String(Number(inside)) === inside;
      return isSame ? { title: 'Remove the quotes', safe: true, replace: [{ at, text: inside }] } : undefined;
    }
    case 'write': {
      const to = plainScalar(mend.text);
      return { title: `Write ${to}`, safe: false, replace: [{ at, text: to }] };
    }
  }
}
