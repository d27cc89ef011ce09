import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const root = path.join(shared, 'corpus');

/** The folder of the reference corpus next to the project; undefined when there is none, an error when CI lost it. */
export const corpusRoot = existsSync(root) ? root : undefined;
if (corpusRoot === undefined && process.env.CI) throw new Error('The corpus is missing');

/** A file of the reference corpus next to the project, as text; undefined when there is no corpus, an error when CI lost it. */
export function corpusFile(name: string): string | undefined {
  const file = path.join(root, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  if (process.env.CI) throw new Error(`The corpus file ${name} is missing`);
  return undefined;
}

/** A folder of the reference material next to the project; undefined when there is none, an error when CI lost it. */
export function sharedFolder(name: string): string | undefined {
  const folder = path.join(shared, name);
  if (existsSync(folder)) return folder;
  if (process.env.CI) throw new Error(`The folder ${name} is missing`);
  return undefined;
}

/** The title of a test that needs the corpus: it says aloud when it cannot run. */
export function corpusTitle(title: string, found: unknown): string {
  return found === undefined ? `SKIPPED: no ../shared/corpus here, so not tested: ${title}` : title;
}
