import type { Fix, TextEdit } from '../model/fix.ts';
import { isFileOnDisk } from './file-kind.ts';
import { artifactLocation } from './sarif-artifact.ts';
import { type SarifPlaces, sarifRegion } from './sarif-location.ts';

/** SARIF `fix`, one change per file; undefined without edits, or when an edit is in no file on disk. */
export function sarifFix({ title, safe, edits }: Fix, { lines, context }: SarifPlaces): object | undefined {
  if (edits.length === 0 || !edits.every(({ span }) => isFileOnDisk(span.file))) return undefined;
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const known = byFile.get(edit.span.file);
    if (known === undefined) byFile.set(edit.span.file, [edit]);
    else known.push(edit);
  }
  return {
    description: { text: title },
    artifactChanges: [...byFile].map(([file, changes]) => ({
      artifactLocation: artifactLocation(file, context),
      replacements: changes.map(({ span, text }) => ({
        deletedRegion: sarifRegion(span, lines(file)),
        ...(text === '' ? {} : { insertedContent: { text } }),
      })),
    })),
    properties: { safe },
  };
}
