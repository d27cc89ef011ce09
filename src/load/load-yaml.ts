import type { Finding } from '../model/finding.ts';
import type { JsonValue } from '../model/json-value.ts';
import { checkText } from './check-text.ts';
import { composeDocuments } from './compose-documents.ts';
import { FindingLog } from './finding-log.ts';
import { locatedDocument, type YamlDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';
import { readEvents } from './read-events.ts';

export interface LoadedYaml {
  /** Of any type; null for an empty file. Undefined when the file cannot be read: the findings say why. */
  readonly data: JsonValue | undefined;
  /** The data with the place of every key and value. */
  readonly document: YamlDocument | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads any YAML or JSON file (`Chart.yaml`, a config file) with the rules by which Helm reads `Chart.yaml`: only the first
 * document counts. `file` is the name to show to the user. Never throws.
 */
export function loadYaml(file: string, text: string): LoadedYaml {
  const log = new FindingLog(file, text);
  const index = new PositionIndex();
  const data = read(text, index, log);
  if (data === undefined || log.refused)
    return { data: undefined, document: undefined, findings: log.findings };
  return { data, document: locatedDocument(file, text, data, index), findings: log.findings };
}

function read(text: string, index: PositionIndex, log: FindingLog): JsonValue | undefined {
  if (!checkText(text, log)) return undefined;
  const events = readEvents(text, log);
  if (events === undefined) return undefined;
  const [first] = composeDocuments(text, events, index, log);
  index.seal();
  return first === undefined ? null : first.value;
}
