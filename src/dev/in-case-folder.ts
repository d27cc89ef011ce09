import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a program makes of files in a new folder, by their paths in it; the folder is gone afterwards. */
export function inCaseFolder<T>(files: Readonly<Record<string, string>>, ask: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-case-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const answer = ask(folder);
  rmSync(folder, { recursive: true });
  return answer;
}
