import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import { checkText } from './check-text.ts';
import { composeDocuments } from './compose-documents.ts';
import { FindingLog } from './finding-log.ts';
import { locatedDocument, type YamlDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';
import { readEvents } from './read-events.ts';
import type { YamlDialect } from './yaml-dialect.ts';

/** A file of several YAML documents as it was read. */
export interface LoadedDocuments {
  /** Undefined when the file cannot be read: the findings say why. Empty documents are null. */
  readonly documents: readonly YamlDocument[] | undefined;
  readonly findings: readonly Finding[];
}

/** Reads all YAML documents of a file, each of any type: manifests. Never throws. */
export function loadDocuments(source: Source, text: string, dialect: YamlDialect = 'helm'): LoadedDocuments {
  const log = new FindingLog(source, text);
  const sound = checkText(text, log);
  if (sound === undefined) return { documents: undefined, findings: log.findings };
  const events = readEvents(sound, log);
  if (events === undefined) return { documents: undefined, findings: log.findings };
  const index = new PositionIndex(text.length);
  const composed = composeDocuments(sound, events, index, log, true, dialect);
  if (log.refused) return { documents: undefined, findings: log.findings };
  return {
    documents: composed.map(({ value }) => locatedDocument(source, text, value, index)),
    findings: log.findings,
  };
}
