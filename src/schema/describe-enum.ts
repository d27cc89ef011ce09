import type { JsonValue } from '../model/json-value.ts';

/**
 * What a description says about single values of an enum, in the order of the values: of `create runs a server; existing
 * connects to one.` the clauses behind `create` and `existing`. Undefined when it tells the values apart nowhere.
 */
export function describeEnum(values: readonly JsonValue[], description: string): string[] | undefined {
  const clauses = new Map<string, string>();
  for (const clause of clausesOf(description)) {
    for (const part of startsOf(clause, values))
      if (!clauses.has(part.value)) clauses.set(part.value, part.text);
  }
  return clauses.size === 0 ? undefined : values.map((value) => clauses.get(String(value)) ?? '');
}

/** Sentences and what semicolons part. */
function clausesOf(description: string): string[] {
  return description.split(/;\s+|\.\s+(?=\S)|\.$/).filter((clause) => clause !== '');
}

/** The places in a clause where a value begins a statement: at its start, behind a comma, a colon, `or` or `and`. */
function startsOf(clause: string, values: readonly JsonValue[]): { value: string; text: string }[] {
  const names = values
    .filter((value) => typeof value === 'string' && value !== '')
    .map((value) => quoted(String(value)));
  if (names.length === 0) return [];
  const starts = [
    ...clause.matchAll(new RegExp(`(^|[,:]\\s+|\\b(?:or|and)\\s+)(${names.join('|')})(?=\\s|$)`, 'g')),
  ];
  return starts.flatMap((match, i) => {
    const from = match.index + match[0].length;
    const text = clause
      .slice(from, starts[i + 1]?.index)
      .trim()
      .replace(/^\((.*)\)$/, '$1');
    // Without a statement the value is only mentioned.
    return text === '' || /^(?:is|or|and)\b|^\W*$/.test(text) ? [] : [{ value: match[2] ?? '', text }];
  });
}

function quoted(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
