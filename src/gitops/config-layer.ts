import { valuesInText } from '../documents/values-in-text.ts';
import { loadValues } from '../load/load-values.ts';
import { PLACEHOLDER } from '../model/blanked-text.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import { fileSource } from '../model/source.ts';
import type { ConfigEntry, ConfigSource } from './config-source.ts';
import { fileLayer } from './file-layer.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { Repository } from './repository.ts';
import type { ReadLayer } from './text-layer.ts';

/** As Helm 3 read files: all that these tools decode is the first YAML document. */
const FIRST_ONLY = { helmMajor: 3 };
/** A variable of Flux' post-build substitution. */
const VARIABLE = /(?<!\$)\$\{[A-Za-z_][^}\r\n]*\}/;
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
  const held = kind === 'Secret' ? { isSecret: true } : {};
  if (file !== undefined) {
    const made = ofFile(file, repository);
    return made?.layer === undefined ? made : { ...made, layer: { ...made.layer, ...held } };
  }
  if (text === undefined) return undefined;
  const read = valuesInText(repository.textOf(at.source), at, text, FIRST_ONLY);
  const { document, findings } =
    read.document === undefined && VARIABLE.test(text)
      ? valuesInText(repository.textOf(at.source), at, blankVariables(text), FIRST_ONLY)
      : read;
  const said = findings.map(laterDocument);
  if (document === undefined) return { layer: undefined, findings: said };
  const label = `${kind} in ${at.source.shown}`;
  return {
    layer: { kind: 'values-file', label, data: document.data, document, scope: [], ...held },
    findings: said,
  };
}

/** A file that a generator makes the entry of. */
function ofFile(file: string, repository: Repository): ReadLayer | undefined {
  const read = fileLayer(file, repository);
  const text = repository.text(file) ?? '';
  if (read === undefined) return undefined;
  const isLost = read.layer === undefined && VARIABLE.test(text);
  if (!isLost && !MARKER.test(text)) return read;
  const source = fileSource(repository.shown(file), file);
  const { document, findings } = loadValues(source, isLost ? blankVariables(text) : text, FIRST_ONLY);
  const said = findings.map(laterDocument);
  if (document === undefined) return { layer: undefined, findings: isLost ? read.findings : said };
  const layer: Layer = {
    kind: 'values-file',
    label: source.shown,
    data: document.data,
    document: { ...document, text },
    scope: [],
  };
  return { layer, findings: said };
}

/** Flux fills variables in before the text is read: `[a.${DOMAIN}:80]` is a list of one text then. */
function blankVariables(text: string): string {
  return text.replaceAll(new RegExp(VARIABLE, 'g'), (variable) => PLACEHOLDER.repeat(variable.length));
}

function laterDocument(finding: Finding): Finding {
  if (finding.rule !== 'yaml/several-documents') return finding;
  return manifestFinding('later-document', 'error', finding.span, {
    problem: 'Only the first YAML document of this text is read',
    why: 'What stands from here on never reaches the chart.',
    help: 'Move the keys into the first document, or into an entry of their own in valuesFrom.',
  });
}
