import { HIDDEN_SECRET } from '../model/hidden-secret.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { ChangeCause, FieldChange, ObjectChange } from '../model/release-change.ts';
import type { Source } from '../model/source.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** How changes are shown. */
export interface ChangesView {
  readonly lines: (source: Source) => LineIndex;
  /** The name of a file or flag without the secrets that a flag may hold. */
  shownName(name: string): string;
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
/** Lines of a text that are shown, and characters of a value. */
const MOST_LINES = 12;
const LONGEST = 100;

/** What a change of values does to the objects, for a terminal. */
export function changesAsText(changes: readonly ObjectChange[], view: ChangesView): string {
  const blocks = changes.map((change) => {
    const lines = [`${SIGNS[change.how]} ${titleOf(change)}${because(change.causes, view)}`];
    for (const field of change.fields) {
      lines.push(...fieldLines(field).map((line) => `    ${line}`));
      for (const cause of field.causes) lines.push(`        ${causeText(cause, view)}`);
    }
    return `${lines.join('\n')}\n`;
  });
  return `${[...blocks, summary(changes)].join('\n')}\n`;
}

/** The same for a comment on a pull request. */
export function changesAsMarkdown(changes: readonly ObjectChange[], view: ChangesView): string {
  const parts = ['### What changes in the cluster', summary(changes)];
  for (const change of changes) {
    const causes = change.causes.map((cause) => code(causeText(cause, view))).join(', ');
    const verb = { added: 'is new', removed: 'goes', changed: '' }[change.how];
    parts.push(`**${escapeMarkdown(titleOf(change))}** ${verb}${causes === '' ? '' : ` (${causes})`}`.trim());
    if (change.fields.length === 0) continue;
    const rows = change.fields.map((field) => {
      const why = field.causes.map((cause) => code(causeText(cause, view))).join('<br>');
      return `| ${code(field.field)} | ${cell(field, 'before')} | ${cell(field, 'after')} | ${why} |`;
    });
    parts.push(['| field | before | after | because of |', '|---|---|---|---|', ...rows].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** The same for programs. */
export function changesAsJson(changes: readonly ObjectChange[], view: ChangesView): string {
  const cause = ({ value, span, written }: ChangeCause) => ({
    ...(value === undefined ? { template: true } : { value }),
    ...(written ? positionOf(span, view) : {}),
  });
  const shown = changes.map(({ causes, fields, ...change }) => ({
    ...change,
    causes: causes.map(cause),
    fields: fields.map(({ causes: own, ...field }) => ({ ...field, causes: own.map(cause) })),
  }));
  return `${JSON.stringify({ version: 1, objects: shown }, null, 2)}\n`;
}

function titleOf({ kind, name, namespace }: ObjectChange): string {
  return `${kind}/${name}${namespace === undefined ? '' : ` in ${namespace}`}`;
}

function because(causes: readonly ChangeCause[], view: ChangesView): string {
  return causes.length === 0 ? '' : `  <- ${causes.map((cause) => causeText(cause, view)).join(', ')}`;
}

function causeText({ value, span, written }: ChangeCause, view: ChangesView): string {
  if (!written) return `${value} (no file sets it)`;
  const name = view.shownName(span.source.shown);
  const place =
    span.source.kind === 'flag' ? name : `${name}:${view.lines(span.source).positionAt(span.start).line}`;
  if (value === undefined) return `${place} (the template)`;
  return span.source.kind === 'flag' ? place : `${place} ${value}`;
}

function positionOf(span: ChangeCause['span'], view: ChangesView): object {
  const file = view.shownName(span.source.shown);
  return span.source.kind === 'flag' ? { file } : { file, ...view.lines(span.source).positionAt(span.start) };
}

function fieldLines({ how, field, before, after, isSecret }: FieldChange): string[] {
  const sign = SIGNS[how];
  if (isSecret) return [`${sign} ${field}: (secret)`];
  if (how === 'changed' && isLong(before) && isLong(after))
    return [`${sign} ${field}:`, ...changedLines(String(before), String(after)).map((line) => `    ${line}`)];
  if (how === 'added') return [`${sign} ${field}: ${show(after)}`];
  if (how === 'removed') return [`${sign} ${field}: ${show(before)}`];
  return [`${sign} ${field}: ${show(before)} -> ${show(after)}`];
}

function isLong(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.includes('\n');
}

/** Of a checksum only that it changes is of interest. */
function isDigest(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,}$/.test(value);
}

/** The lines of two texts that differ, between what they begin and end with alike. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end += 1;
  const lines = [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...now.slice(start, now.length - end).map((line) => `+ ${line}`),
  ];
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`];
}

function show(value: JsonValue | undefined): string {
  const text = isDigest(value) ? `${value.slice(0, 12)}…` : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function cell(field: FieldChange, side: 'before' | 'after'): string {
  const value = field[side];
  const isThere = field.how === 'changed' || (field.how === 'added') === (side === 'after');
  if (!isThere) return '';
  if (field.isSecret) return HIDDEN_SECRET;
  if (field.how === 'changed' && isLong(field.before) && isLong(field.after)) {
    const sign = side === 'before' ? '- ' : '+ ';
    const lines = changedLines(String(field.before), String(field.after));
    return lines
      .filter((line) => line.startsWith(sign) || line.startsWith('…'))
      .map((line) => code(line))
      .join('<br>');
  }
  return code(show(value));
}

/** Code in a cell of a table: a bar would end the cell, a line end the table, and backticks the code. */
function code(text: string): string {
  const inLine = text.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...Array.from(inLine.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${inLine}${pad}${fence}`;
}

function summary(changes: readonly ObjectChange[]): string {
  if (changes.length === 0) return 'Nothing changes.';
  const count = (how: ObjectChange['how']): number => changes.filter((change) => change.how === how).length;
  const parts = (['changed', 'added', 'removed'] as const)
    .map((how) => [how, count(how)] as const)
    .filter(([, number]) => number > 0)
    .map(([how, number], i) => `${number} ${i === 0 ? `object${number === 1 ? '' : 's'} ` : ''}${how}`);
  return `${parts.join(', ')}.`;
}
