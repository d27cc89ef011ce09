import type { JsonValue } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import { checkText } from './check-text.ts';
import { composeDocuments } from './compose-documents.ts';
import { FindingLog } from './finding-log.ts';
import type { LoadedYaml } from './loaded-yaml.ts';
import { locatedDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';
import { readEvents } from './read-events.ts';

/** As `loadYaml`, for all of YAML and with everything that is to say about it. */
export function loadAnyYaml(source: Source, text: string): LoadedYaml {
  const log = new FindingLog(source, text);
  const index = new PositionIndex();
  const data = read(text, index, log);
  if (data === undefined || log.refused)
    return { data: undefined, document: undefined, findings: log.findings };
  return { data, document: locatedDocument(source, text, data, index), findings: log.findings };
}

function read(whole: string, index: PositionIndex, log: FindingLog): JsonValue | undefined {
  const text = checkText(whole, log);
  if (text === undefined) return undefined;
  const events = readEvents(text, log);
  if (events === undefined) return undefined;
  const [first] = composeDocuments(text, events, index, log);
  return first === undefined ? null : first.value;
}
