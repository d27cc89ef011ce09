import { valuesInText } from '../documents/values-in-text.ts';
import type { ConfigEntry, ConfigSource } from './config-source.ts';
import { fileLayer } from './file-layer.ts';
import type { Repository } from './repository.ts';
import type { ReadLayer } from './text-layer.ts';

/** The layer of an entry of a ConfigMap or Secret that holds values; undefined when nobody can read it here. */
export function configLayer(
  { text, at, file }: ConfigEntry,
  { kind }: ConfigSource,
  repository: Repository,
): ReadLayer | undefined {
  if (file !== undefined) return fileLayer(file, repository);
  if (text === undefined) return undefined;
  const { helmMajor } = repository;
  const { document, findings } = valuesInText(repository.textOf(at.source), at, text, { helmMajor });
  if (document === undefined) return { layer: undefined, findings };
  const label = `${kind} in ${at.source.shown}`;
  return { layer: { kind: 'values-file', label, data: document.data, document, scope: [] }, findings };
}
