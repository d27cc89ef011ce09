import { formatPath } from '../model/format-path.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { LineIndex } from '../model/line-index.ts';
import type { Span } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Where a value of one release comes from; see `ValueExplanation` in `lint/`. */
export interface ReleaseExplanation {
  readonly files: readonly string[];
  /** Whether the value is a secret, which no output shows. */
  readonly secret: boolean;
  readonly explanation: {
    readonly path: ValuesPath;
    readonly value: JsonValue | undefined;
    readonly layers: readonly {
      readonly label: string;
      readonly value: JsonValue | undefined;
      readonly span: Span | undefined;
    }[];
    readonly schema:
      | {
          readonly type: string | undefined;
          readonly description: string | undefined;
          readonly allowed: readonly JsonValue[];
        }
      | undefined;
    readonly roles: readonly string[];
  };
}

/** The answers of `chartlint why`, one per release, as text or JSON. */
export function formatExplanation(
  answers: readonly ReleaseExplanation[],
  lines: (file: string) => LineIndex,
  format: 'text' | 'json',
): string {
  if (format === 'json')
    return `${JSON.stringify(
      answers.map((answer) => toJson(answer, lines)),
      null,
      2,
    )}\n`;
  return answers.map((answer) => toText(answer, lines, answers.length > 1)).join('\n');
}

function toText(
  { files, secret, explanation }: ReleaseExplanation,
  lines: (file: string) => LineIndex,
  named: boolean,
): string {
  const { path, value, layers, schema, roles } = explanation;
  const show = (shown: JsonValue | undefined): string => (secret ? '(secret)' : shorten(shown));
  const output = [
    ...(named ? [`${files.join(' + ')}:`] : []),
    `${formatPath(path)} ${value === undefined ? 'is not set' : `= ${show(value)}`}`,
  ];
  const places = layers.map(({ label, span }) => (span === undefined ? label : place(span, lines)));
  const width = Math.max(0, ...places.map((text) => text.length));
  layers.forEach((layer, i) => {
    const note =
      i > 0 ? '' : layer.value === null && value === undefined ? '  (null deletes the default)' : '  (wins)';
    output.push(`  ${places[i]?.padEnd(width)}  ${show(layer.value)}${note}`);
  });
  if (layers.length === 0) output.push('  no layer sets it');
  if (schema !== undefined) {
    const allowed = schema.allowed.length > 0 ? ` (one of ${schema.allowed.map(shorten).join(', ')})` : '';
    output.push(
      `  schema: ${schema.type ?? 'any type'}${allowed}${schema.description === undefined ? '' : `; ${schema.description}`}`,
    );
  }
  for (const role of roles) output.push(`  role: ${role}`);
  return `${output.join('\n')}\n`;
}

function toJson(
  { files, secret, explanation }: ReleaseExplanation,
  lines: (file: string) => LineIndex,
): object {
  const show = (value: JsonValue | undefined): JsonValue | undefined =>
    secret && value !== undefined ? '(secret)' : value;
  return {
    files,
    path: formatPath(explanation.path),
    set: explanation.value !== undefined,
    value: show(explanation.value),
    layers: explanation.layers.map(({ label, value, span }) => ({
      label,
      value: show(value),
      ...(span === undefined ? {} : { file: span.file, ...lines(span.file).positionAt(span.start) }),
    })),
    schema: explanation.schema,
    roles: explanation.roles,
  };
}

function place(span: Span, lines: (file: string) => LineIndex): string {
  const { line, column } = lines(span.file).positionAt(span.start);
  return `${span.file}:${line}:${column}`;
}

const MAX_LENGTH = 80;

function shorten(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
