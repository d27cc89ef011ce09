import { valuesInText } from '../documents/values-in-text.ts';
import { loadValues } from '../load/load-values.ts';
import type { Finding } from '../model/finding.ts';
import type { ConfigEntry, ConfigSource } from './config-source.ts';
import { fileLayer } from './file-layer.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { Repository } from './repository.ts';
import type { ReadLayer } from './text-layer.ts';

/** As Helm 3 read files: all that these tools decode is the first YAML document. */
const FIRST_ONLY = { helmMajor: 3 };
/** What may start or end a document behind the first line. */
const MARKER = /\n(?:---|\.\.\.)\s/;

/**
 * The layer of an entry of a ConfigMap or Secret that holds values; undefined when nobody can read it here. Of its text only the first YAML
 * document counts: the controllers decode it as one map (fluxcd/pkg chartutil, ReadValues).
 */
export function configLayer(
  { text, at, file }: ConfigEntry,
  { kind }: ConfigSource,
  repository: Repository,
): ReadLayer | undefined {
  if (file !== undefined) return ofFile(file, repository);
  if (text === undefined) return undefined;
  const { document, findings } = valuesInText(repository.textOf(at.source), at, text, FIRST_ONLY);
  const said = findings.map(laterDocument);
  if (document === undefined) return { layer: undefined, findings: said };
  const label = `${kind} in ${at.source.shown}`;
  return { layer: { kind: 'values-file', label, data: document.data, document, scope: [] }, findings: said };
}

/** A file that a generator makes the entry of. */
function ofFile(file: string, repository: Repository): ReadLayer | undefined {
  const read = fileLayer(file, repository);
  const text = repository.text(file) ?? '';
  if (read?.layer?.document === undefined || !MARKER.test(text)) return read;
  const { source } = read.layer.document;
  const { document, findings } = loadValues(source, text, FIRST_ONLY);
  const layer = document && { ...read.layer, data: document.data, document };
  return { layer, findings: findings.map(laterDocument) };
}

function laterDocument(finding: Finding): Finding {
  if (finding.rule !== 'yaml/several-documents') return finding;
  return manifestFinding('later-document', 'error', finding.span, {
    problem: 'Only the first YAML document of this text is read',
    why: 'What stands from here on never reaches the chart.',
    help: 'Move the keys into the first document, or into an entry of their own in valuesFrom.',
  });
}
