import { PLACEHOLDER } from '../../model/blanked-text.ts';
import type { JsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ManifestObject } from '../manifest-object.ts';
import { parameterLayer } from '../parameter-layer.ts';
import type { Repository } from '../repository.ts';
import type { ResolvedReference } from './resolve-values-from.ts';

const WORDS = {
  asText: 'Set literal: true beside targetPath, or put quotes around the text itself.',
  asTyped:
    'Like --set, targetPath reads only whole numbers, true, false and null as anything but text: give it as a whole document.',
};

/** The text behind a `targetPath`; undefined when nobody can read it here. */
export function textOfTarget({ entry }: ResolvedReference, repository: Repository): string | undefined {
  if (entry?.text !== undefined || entry?.file === undefined) return entry?.text;
  const text = repository.text(entry.file);
  // What SOPS encrypted as a whole is JSON or YAML around texts of this kind.
  return text?.includes('ENC[AES256_GCM,') ? undefined : text;
}

/**
 * A `targetPath` with its text as Flux hands it to Helm's parser (fluxcd/pkg chartutil, `ReplacePathValue`): like `--set`; text in quotes and
 * with `literal` like `--set-string`.
 */
export function targetFlag(
  object: ManifestObject,
  reference: ResolvedReference,
  repository: Repository,
): Layer & { readonly kind: 'set' | 'set-string' } {
  const { at, entry, targetPath = '', literal } = reference;
  const nameAt = object.locate([...at, 'targetPath'], 'value');
  const text = textOfTarget(reference, repository);
  const isQuoted =
    text !== undefined && ['"', "'"].some((quote) => text.startsWith(quote) && text.endsWith(quote));
  const kind = text === undefined || literal || isQuoted ? 'set-string' : 'set';
  // What nobody knows here is at least there.
  const value =
    text === undefined ? PLACEHOLDER : literal ? escaped(text) : isQuoted ? withoutQuotes(text) : text;
  const parameter = {
    kind,
    name: targetPath,
    value,
    nameAt,
    valueAt: entry?.at ?? nameAt,
    words: WORDS,
  } as const;
  return { ...parameterLayer(parameter, repository), kind };
}

/** What a flag sets, as a layer among values files, which keeps its place in the order. */
export function targetLayer({ document, label, words = WORDS }: Layer, data: JsonObject): Layer {
  return {
    words,
    kind: 'values-file',
    label,
    data,
    scope: [],
    ...(document && {
      document: {
        source: document.source,
        text: document.text,
        data,
        writes: (path: ValuesPath) => path.length === 0 || valueAt(data, path) !== undefined,
        locate: document.locate,
      },
    }),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\,[\]{}]/g, '\\$&');
}

/** Go's `strings.Trim` with both kinds of quotes. */
function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(text[start])) start++;
  while (end > start && isQuote(text[end - 1])) end--;
  return text.slice(start, end);
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}
