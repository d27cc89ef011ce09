import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject, JsonValue } from '../model/json-value.ts';

/**
 * One question to Helm's template engine. The template is `templates/t` of a chart called `c`, version 1.2.3 of the app
 * 4.5.6. Values may be of types that JSON has no words for, by an object with one key: `{ "$int64": "5" }`, `$int`,
 * `$uint64`, `$float64` (`"NaN"`), `$bytes` (base64 of a text), `$strings` (a `[]string`), `$ints`, `$stringMap`.
 */
export interface TemplateCase {
  readonly template: string;
  readonly values?: JsonObject;
  /** Further templates by name, below `templates/`. */
  readonly helpers?: Readonly<Record<string, string>>;
  /** What `.Files` holds. */
  readonly files?: Readonly<Record<string, JsonValue>>;
}

/** Either the output, or what Helm says, without what all errors of this template have in common. */
export type TemplateAnswer = string | { readonly error: string };

/** What both Helms answer, or what each of them does. */
export type RecordedAnswer =
  | TemplateAnswer
  | { readonly helm3: TemplateAnswer; readonly helm4: TemplateAnswer };

/** Cases that share their values. */
interface TemplateGroup extends Omit<TemplateCase, 'template'> {
  /** Lists of texts with names, for tables. */
  readonly sets?: Readonly<Record<string, readonly string[]>>;
  readonly templates?: readonly string[];
  /** Templates with `$1`, `$2` …, each with every combination of texts; the name of a set stands for its texts. */
  readonly tables?: readonly TemplateTable[];
}

type TemplateTable = { readonly template: string | readonly string[] } & Readonly<
  Record<`$${number}`, string | readonly string[]>
>;

const FOLDER = fileURLToPath(new URL('../../fixtures/helm/templates/', import.meta.url));

/** Where the answers to a group are kept. */
export function answersFile(group: string): string {
  return `${FOLDER}${group}.answers.json`;
}

/** The names of all groups. */
export function templateGroups(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.answers.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The cases of a group, each template once. */
export function readTemplateCases(group: string): TemplateCase[] {
  const { sets, templates, tables, ...shared } = JSON.parse(
    readFileSync(`${FOLDER}${group}.json`, 'utf8'),
  ) as TemplateGroup;
  const all = [...(templates ?? []), ...(tables ?? []).flatMap((table) => rowsOf(table, sets ?? {}))];
  return [...new Set(all)].map((template) => ({ template, ...shared }));
}

/** What Helm answered, by template. */
export function readTemplateAnswers(group: string): Readonly<Record<string, RecordedAnswer>> {
  return JSON.parse(readFileSync(answersFile(group), 'utf8')).answers;
}

function rowsOf({ template, ...columns }: TemplateTable, sets: NonNullable<TemplateGroup['sets']>): string[] {
  const places = Object.entries(columns) as [string, string | readonly string[]][];
  let rows = [new Map<string, string>()];
  for (const [place, texts] of places) {
    const list = typeof texts === 'string' ? sets[texts] : texts;
    if (!list) throw new Error(`no set is called ${texts}`);
    rows = rows.flatMap((row) => list.map((text) => new Map([...row, [place, text]])));
  }
  return [template]
    .flat()
    .flatMap((text) => rows.map((row) => text.replaceAll(/\$\d/g, (place) => row.get(place) ?? place)));
}

const AT = /^template: c\/templates\/t:(\d+:\d+): executing "c\/templates\/t" at /;

/** An error of Helm 3 as it is kept: `1:3: <fail "x">: error calling fail: x`. */
export function shortError(error: string): string {
  return error.replace(AT, '$1: ');
}

/** How Helm 4 lays out an error that has no other error within: over three lines. */
export function inHelm4Words(error: string): string {
  const [, place, name, node, message] =
    /^template: (\S+): executing ("[^"]*") at (<.*?>): (.*)$/s.exec(error) ?? [];
  return place === undefined ? error : `${place}\n  executing ${name} at ${node}:\n    ${message}`.trim();
}
