import { valuesInText } from '../documents/values-in-text.ts';
import { encryptedType } from '../load/encrypted-values.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import type { Placed } from '../model/placed.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { Repository } from './repository.ts';

/** A layer, or what is wrong with what would be one. */
export interface ReadLayer {
  readonly layer: Layer | undefined;
  readonly findings: readonly Finding[];
}

/**
 * The layer of a text inside of a manifest that is YAML itself (`values: |`), read as Helm reads a file. `isTemplate`: what stands in `{{ }}`
 * is filled in before.
 */
export function textLayer(
  object: Placed,
  at: ValuesPath,
  repository: Repository,
  isTemplate = false,
): ReadLayer {
  const text = valueAt(object.data, at);
  // SOPS has encrypted it as a whole.
  if (encryptedType(String(text)) !== undefined) return { layer: undefined, findings: [] };
  const span = object.locate(at, 'value');
  const { helmMajor } = repository;
  const { document, findings } = valuesInText(repository.textOf(span.source), span, String(text), {
    helmMajor,
    isTemplate,
  });
  if (document === undefined) return { layer: undefined, findings };
  return {
    layer: { kind: 'values-file', label: span.source.shown, data: document.data, document, scope: [] },
    findings,
  };
}
