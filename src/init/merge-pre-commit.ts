import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { SetupProblem } from './planned-file.ts';

/** `.pre-commit-config.yaml` with the hook added to what is there; comments and layout stay. */
export function mergePreCommit(
  file: string,
  before: string | undefined,
  repository: string,
  rev: string,
): string {
  const entry = [`repo: ${repository}`, `rev: ${rev}`, 'hooks:', '  - id: chartlint'];
  if (before === undefined || before.trim() === '') return `repos:\n${item('  ', ' ', entry, '\n')}`;
  const document = parseDocument(before);
  const repos = document.get('repos') ?? undefined;
  if (document.errors.length > 0 || !isMap(document.contents) || (repos !== undefined && !isSeq(repos))) {
    throw new SetupProblem(
      `${file} is no configuration of pre-commit that can be read, so the hook is not added. Mend it and run init again.`,
    );
  }
  if (repos?.items.some((one) => isMap(one) && isOurs(one, repository)) === true) return before;
  const last = repos?.items.at(-1);
  if (repos !== undefined && !repos.flow && isMap(last)) {
    const text = insertBehind(before, repos, last, entry);
    if (text !== undefined) return text;
  }
  const added = { repo: repository, rev, hooks: [{ id: 'chartlint' }] };
  if (isSeq(repos)) document.addIn(['repos'], added);
  else document.set('repos', document.createNode([added]));
  return document.toString({ lineWidth: 0 });
}

function isOurs(entry: YAMLMap, repository: string): boolean {
  const url = String(entry.get('repo')).replace(/(\.git)?\/?$/, '');
  return url.toLowerCase() === repository.toLowerCase();
}

/** The text with a further item behind the last one, written like that one. Undefined when that does not come out right. */
function insertBehind(
  text: string,
  repos: YAMLSeq,
  last: YAMLMap,
  entry: readonly string[],
): string | undefined {
  const start = last.range?.[0] ?? 0;
  const dash = text.lastIndexOf('\n', start - 1) + 1;
  const [, indent, gap] = /^([ \t]*)-( +)/.exec(text.slice(dash)) ?? [];
  if (indent === undefined || gap === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  // The item ends with its last line that says something, not with the empty lines behind it.
  const value = text.slice(0, last.range?.[1] ?? text.length).trimEnd();
  let lineEnd = endOfLine(text, value.length);
  // Comments further in belong to the item before: hooks that are turned off.
  const inside = new RegExp(`${indent}[ \\t]+#.*(?:\\n|$)`, 'y');
  for (inside.lastIndex = lineEnd; inside.test(text); ) lineEnd = inside.lastIndex;
  const head = text.slice(0, lineEnd);
  const ended = head.endsWith('\n') ? head : head + newline;
  const merged = `${ended}${item(indent, gap, entry, newline)}${text.slice(lineEnd)}`;
  const check = parseDocument(merged);
  const count = (check.get('repos') as YAMLSeq | undefined)?.items?.length;
  return check.errors.length === 0 && count === repos.items.length + 1 ? merged : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

function item(indent: string, gap: string, lines: readonly string[], newline: string): string {
  return lines.map((line, i) => `${indent}${i === 0 ? '-' : ' '}${gap}${line}${newline}`).join('');
}
