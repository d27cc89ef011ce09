import { SCHEMA_FOLDER } from './schema-files.ts';

const MODELINE = /^([ \t]*#[ \t]*yaml-language-server[ \t]*:[ \t]*\$schema=)(\S+)/m;

/**
 * A values file with the comment that names its schema, at the top. A comment that names a schema of somebody else stays.
 * `file` and `schema` are relative to the same folder.
 */
export function addModeline(file: string, text: string, schema: string): string {
  const path = relativePath(file, schema);
  const present = MODELINE.exec(text);
  if (present !== null) {
    const ours = present[2]?.includes(`${SCHEMA_FOLDER}/`) === true;
    return ours ? text.replace(MODELINE, (_, start: string) => start + path) : text;
  }
  const [mark] = /^\uFEFF?/.exec(text) ?? [''];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return `${mark}# yaml-language-server: $schema=${path}${end}${text.slice(mark.length)}`;
}

/** How the folder of a file names another file. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const goal = to.split('/');
  let same = 0;
  while (same < start.length && same < goal.length - 1 && start[same] === goal[same]) same += 1;
  return [...start.slice(same).map(() => '..'), ...goal.slice(same)].join('/');
}
