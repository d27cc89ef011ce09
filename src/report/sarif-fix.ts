import type { Fix, TextEdit } from '../model/fix.ts';
import { isFileOnDisk, type Source } from '../model/source.ts';
import { artifactLocation } from './sarif-artifact.ts';
import { type SarifPlaces, sarifRegion } from './sarif-location.ts';

/** SARIF `fix`, one change per file; undefined without edits, or when an edit is in no file on disk. */
export function sarifFix({ title, safe, edits }: Fix, { lines, context }: SarifPlaces): object | undefined {
  if (edits.length === 0 || !edits.every(({ span }) => isFileOnDisk(span.source))) return undefined;
  const byFile = new Map<string, { source: Source; changes: TextEdit[] }>();
  for (const edit of edits) {
    const { source } = edit.span;
    const known = byFile.get(source.id);
    if (known === undefined) byFile.set(source.id, { source, changes: [edit] });
    else known.changes.push(edit);
  }
  return {
    description: { text: title },
    artifactChanges: [...byFile.values()].map(({ source, changes }) => ({
      artifactLocation: artifactLocation(source.shown, context),
      replacements: changes.map(({ span, text }) => ({
        deletedRegion: sarifRegion(span, lines(source)),
        ...(text === '' ? {} : { insertedContent: { text } }),
      })),
    })),
    properties: { safe },
  };
}
