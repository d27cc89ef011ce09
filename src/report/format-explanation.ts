import { formatPath } from '../model/format-path.ts';
import { HIDDEN_SECRET } from '../model/hidden-secret.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { LineIndex } from '../model/line-index.ts';
import { maskJson } from '../model/mask-json.ts';
import { maskText } from '../model/mask-text.ts';
import type { Source } from '../model/source.ts';
import type { ExplainedLayer, ValueExplanation } from '../model/value-explanation.ts';
import type { FieldUse, ValueUsage } from '../model/value-usage.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { withoutSecrets } from '../model/without-secrets.ts';

/** Where a value of one release comes from. */
export interface ReleaseExplanation {
  /** What a manifest calls the release. */
  readonly release: string | undefined;
  /** The name that the configuration gives the release. */
  readonly stack: string | undefined;
  readonly files: readonly Source[];
  /** Whether a value is a secret, which no output shows. */
  isSecret(path: ValuesPath): boolean;
  /** The name of a layer or file without the secrets that a flag may hold. */
  shownName(name: string): string;
  readonly explanation: ValueExplanation;
  /** Undefined when the chart has no templates here. */
  readonly usage: ValueUsage | undefined;
}

type ShownLayer = Omit<ExplainedLayer, 'wins'>;

/** The answers of `chartlint why`, one per release, as text or JSON. */
export function formatExplanation(
  answers: readonly ReleaseExplanation[],
  lines: (source: Source) => LineIndex,
  format: 'text' | 'json',
): string {
  if (format === 'json') {
    const told = answers.map((answer) => toJson(answer, lines));
    return `${maskJson(JSON.stringify(told, null, 2))}\n`;
  }
  return answers.map((answer) => toText(answer, lines, answers.length > 1)).join('\n');
}

function toText(
  answer: ReleaseExplanation,
  lines: (source: Source) => LineIndex,
  areSeveral: boolean,
): string {
  const { stack, release, files, shownName, explanation } = answer;
  const { path, value, layers, removedBy, schema, roles } = explanation;
  const show = (shown: JsonValue | undefined, at = path): string => shorten(hidden(shown, at, answer), at);
  const place = ({ label, span }: ShownLayer): string => {
    if (span === undefined) return shownName(label);
    const { line, column } = lines(span.source).positionAt(span.start);
    return `${shownName(span.source.shown)}:${line}:${column}`;
  };
  const together = files.map(({ shown }) => shown).join(' + ');
  const name = stack ?? release;
  const output: string[] = [];
  if (areSeveral || stack !== undefined)
    output.push(name === undefined ? `${together}:` : `${name} (${together}):`);
  output.push(`${formatPath(path)} ${value === undefined ? 'is not set' : `= ${show(value)}`}`);
  const rows = layers.map((layer) => ({
    place: place(layer),
    text: `${show(layer.value)}${layer.wins ? '  (wins)' : ''}`,
  }));
  if (removedBy !== undefined) {
    const isWhole = removedBy.path.length === path.length;
    const text = isWhole
      ? 'null  (null deletes the default)'
      : `${formatPath(removedBy.path)}: ${show(removedBy.value, removedBy.path)}  ${removedBy.value === null ? '(removes all of it)' : '(takes the place of the map)'}`;
    if (isWhole) rows.shift();
    rows.unshift({ place: place(removedBy), text });
  }
  const width = Math.max(0, ...rows.map((row) => row.place.length));
  for (const row of rows) output.push(`  ${row.place.padEnd(width)}  ${row.text}`);
  if (rows.length === 0) output.push('  no layer sets it');
  if (schema !== undefined) {
    const allowed = schema.allowed.map((value) => shorten(value, path)).join(', ');
    const one = allowed === '' ? '' : ` (one of ${allowed})`;
    const description = schema.description === undefined ? '' : `; ${maskText(schema.description, 'prose')}`;
    output.push(`  schema: ${schema.type ?? 'any type'}${one}${description}`);
  }
  for (const role of roles) output.push(`  role: ${role}`);
  output.push(...usageLines(answer.usage, lines).map((line) => `  ${line}`));
  return `${output.join('\n')}\n`;
}

function toJson(answer: ReleaseExplanation, lines: (source: Source) => LineIndex): object {
  const { stack, release, files, shownName, explanation } = answer;
  const { path, value, removedBy } = explanation;
  const layer = ({ label, value: written, span }: ShownLayer, at: ValuesPath): object => ({
    label: shownName(label),
    value: hidden(written, at, answer),
    ...(span === undefined
      ? {}
      : { file: shownName(span.source.shown), ...lines(span.source).positionAt(span.start) }),
  });
  return {
    ...(stack === undefined ? {} : { stack }),
    ...(release === undefined ? {} : { release }),
    files: files.map(({ shown }) => shown),
    path: formatPath(path),
    set: value !== undefined,
    value: hidden(value, path, answer),
    layers: explanation.layers.map((one) => ({ ...layer(one, path), wins: one.wins })),
    ...(removedBy === undefined
      ? {}
      : { removedBy: { path: formatPath(removedBy.path), ...layer(removedBy, removedBy.path) } }),
    schema: explanation.schema,
    roles: explanation.roles,
    ...(answer.usage === undefined ? {} : { usage: usageAsJson(answer.usage, lines) }),
  };
}

/** Fields that are shown at most of each sort. */
const MOST_USES = 20;

function usageLines(usage: ValueUsage | undefined, lines: (source: Source) => LineIndex): string[] {
  if (usage === undefined) return [];
  const { uses, decides, isRead, stops } = usage;
  if (stops && uses.length + decides.length === 0)
    return ['goes: nowhere that can be told, since Helm stops at these values'];
  const line = (word: string, { object, field, template, type }: FieldUse): string => {
    const place =
      template && `${template.source.shown}:${lines(template.source).positionAt(template.start).line}`;
    const what = field === '' ? object : `${object}: ${field}`;
    const notes = [place, type === undefined || field === '' ? undefined : `takes ${type}`];
    const known = notes.filter((note) => note !== undefined);
    return `${word}: ${what}${known.length === 0 ? '' : ` (${known.join(', ')})`}`;
  };
  const shown = (word: string, all: readonly FieldUse[]): string[] => [
    ...all.slice(0, MOST_USES).map((use) => line(word, use)),
    ...(all.length > MOST_USES ? [`${word}: and ${all.length - MOST_USES} more`] : []),
  ];
  const output = [...shown('goes to', uses), ...shown('decides', decides)];
  if (output.length > 0) return output;
  if (isRead === false) return ['goes: nowhere, no template reads it'];
  return [
    isRead === true
      ? 'goes: nowhere in this release, though a template reads it'
      : 'goes: nowhere in this release',
  ];
}

function usageAsJson({ uses, decides, isRead }: ValueUsage, lines: (source: Source) => LineIndex): object {
  const shown = ({ template, ...use }: FieldUse): object => ({
    ...use,
    ...(template && {
      template: { file: template.source.shown, ...lines(template.source).positionAt(template.start) },
    }),
  });
  return { uses: uses.map(shown), decides: decides.map(shown), isRead };
}

/** The value at the path with a word in place of every secret in it. */
function hidden(
  value: JsonValue | undefined,
  at: ValuesPath,
  { isSecret }: Pick<ReleaseExplanation, 'isSecret'>,
): JsonValue | undefined {
  const isHidden = (path: ValuesPath): boolean => isSecret([...at, ...path]);
  return withoutSecrets(value, isHidden, () => HIDDEN_SECRET) as JsonValue | undefined;
}

const MAX_LENGTH = 80;

/** The value on one line, without what shows by itself or beside its key that it is a secret. */
function shorten(value: JsonValue | undefined, path: ValuesPath): string {
  if (value === undefined) return 'nothing';
  const key = `${JSON.stringify(String(path.at(-1) ?? ''))}: `;
  const text = maskText(`${key}${JSON.stringify(value)}`).slice(key.length);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
