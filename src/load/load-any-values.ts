import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import { checkText } from './check-text.ts';
import { composeDocuments } from './compose-documents.ts';
import type { ComposedDocument } from './composed-document.ts';
import { endsLastLine } from './ends-last-line.ts';
import { FindingLog, type Place } from './finding-log.ts';
import { firstDocument } from './first-document.ts';
import { documentsThatCount } from './helm-documents.ts';
import type { LoadOptions } from './load-options.ts';
import type { LoadedValues } from './loaded-values.ts';
import { locatedDocument } from './located-document.ts';
import { mergeDocuments } from './merge-documents.ts';
import { PositionIndex } from './position-index.ts';
import { readEvents } from './read-events.ts';

/** As `loadValues`, for all of YAML and with everything that is to say about it. */
export function loadAnyValues(source: Source, text: string, options: LoadOptions): LoadedValues {
  const log = new FindingLog(source, text);
  const index = new PositionIndex();
  const data = read(text, index, log, options.helmMajor);
  const document = data === undefined || log.refused ? undefined : locatedDocument(source, text, data, index);
  return { document, findings: log.findings };
}

function read(
  whole: string,
  index: PositionIndex,
  log: FindingLog,
  helmMajor: number | undefined,
): JsonObject | undefined {
  const sound = checkText(whole, log);
  if (sound === undefined) return undefined;
  const readsOne = helmMajor === 3;
  const text = readsOne ? firstDocument(sound, log) : sound;
  const events = readEvents(text, log);
  if (events === undefined) return undefined;
  const counts = readsOne ? [true] : documentsThatCount(text, events, log);
  const composed = composeDocuments(text, events, index, log, endsLastLine(helmMajor));
  const documents = composed.filter((_, i) => counts[i]);
  warnOfLost(
    text,
    composed.filter((_, i) => !counts[i]),
    log,
  );
  const data = combine(text, documents, index, log);
  if (helmMajor === undefined) warnOfSeveral(text, documents, log);
  return data;
}

function combine(
  text: string,
  documents: readonly ComposedDocument[],
  index: PositionIndex,
  log: FindingLog,
): JsonObject {
  const maps: JsonObject[] = [];
  for (const { value, start, end } of documents) {
    if (isJsonObject(value)) maps.push(value);
    else if (value !== null) {
      const what = Array.isArray(value) ? 'a list' : 'a single value';
      const said = {
        problem: `Values are a map of keys at the top level, but this file holds ${what}`,
        why: 'Helm refuses it.',
        help: 'Write "key: value" lines, or check that this is the right file.',
      };
      log.refuse('yaml/not-a-map', said, firstLine(text, start, end));
    }
  }
  return maps.length === 0 ? {} : mergeDocuments(maps, index);
}

/** Helm 3 unmarshals the file as a whole, which reads the first document and drops the rest in silence. */
function warnOfSeveral(text: string, documents: readonly ComposedDocument[], log: FindingLog): void {
  const second = documents.slice(1).find(({ value }) => value !== null);
  if (second === undefined) return;
  const said = {
    problem: 'Only Helm 4 reads this second YAML document',
    why: 'It merges the document over the first; Helm 3 drops it without a word.',
    help: 'Move its keys into the first document.',
  };
  log.add('warning', 'yaml/several-documents', said, firstLine(text, second.start, second.end));
}

/** What `...` leaves behind (`documentsThatCount`). */
function warnOfLost(text: string, lost: readonly ComposedDocument[], log: FindingLog): void {
  const first = lost.find(({ value }) => value !== null);
  if (first === undefined) return;
  const said = {
    problem: 'Helm stops reading at the "..." above without a word',
    why: 'The values from here on are lost.',
    help: 'Delete the "...".',
  };
  log.add('error', 'yaml/ignored-text', said, firstLine(text, first.start, first.end));
}

function firstLine(text: string, start: number, end: number): Place {
  const length = text.slice(start, end).search(/[\r\n]|$/);
  return { start, end: start + length };
}
