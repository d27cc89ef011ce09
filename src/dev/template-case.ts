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

/** A case as it is kept: a template, or an expression whose type and value a template shows. */
export interface NamedTemplateCase extends TemplateCase {
  readonly name: string;
}

/** Either the output, or what Helm says, without what all errors of this template have in common. */
export type TemplateAnswer = string | { readonly error: string };

/** What both Helms answer, or what each of them does. */
export type RecordedAnswer =
  | TemplateAnswer
  | { readonly helm3: TemplateAnswer; readonly helm4: TemplateAnswer };

/** Cases that share their values. A case without `{{` is an expression. */
interface TemplateGroup extends Omit<TemplateCase, 'template'> {
  /** Lists of texts with names, for tables and calls. */
  readonly sets?: Readonly<Record<string, readonly string[]>>;
  readonly cases?: readonly string[];
  /** Cases with `$1`, `$2` …, each with every combination of texts; the name of a set stands for its texts. */
  readonly tables?: readonly TemplateTable[];
  /** Calls with fitting arguments: asked as they are, with each of the set `any` in each place, and with too few and too many. */
  readonly calls?: readonly (readonly string[])[];
}

type TemplateTable = { readonly case: string | readonly string[] } & Readonly<
  Record<`$${number}`, string | readonly string[]>
>;

type Sets = NonNullable<TemplateGroup['sets']>;

const FOLDER = fileURLToPath(new URL('../../fixtures/helm/templates/', import.meta.url));

/** Where the answers to a group are kept. */
export function answersFile(group: string): string {
  return `${FOLDER}${group}.answers.json`;
}

/** Where the cases of a group are kept. */
export function casesFile(group: string): string {
  return `${FOLDER}${group}.json`;
}

/** The names of all groups. */
export function templateGroups(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.answers.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The cases of a group, each once. */
export function readTemplateCases(group: string): NamedTemplateCase[] {
  const text = readFileSync(`${FOLDER}${group}.json`, 'utf8');
  const { sets = {}, cases = [], tables = [], calls = [], ...shared } = JSON.parse(text) as TemplateGroup;
  const names = [
    ...cases,
    ...tables.flatMap((table) => rowsOf(table, sets)),
    ...calls.flatMap((call) => variantsOf(call, sets.any ?? [])),
  ];
  return [...new Set(names)].map((name) => ({ name, template: templateOf(name), ...shared }));
}

/** What Helm answered to a group. */
export interface TemplateAnswers {
  /** When it was asked, as ISO 8601. */
  readonly clock: string;
  /** By the name of the case; a case that Helm answers otherwise each time is not there. */
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
}

export function readTemplateAnswers(group: string): TemplateAnswers {
  return JSON.parse(readFileSync(answersFile(group), 'utf8'));
}

/** The template of a case; an expression is shown with its type. */
export function templateOf(name: string): string {
  return name.includes('{{') ? name : `{{ $r := ${name} }}{{ printf "%T %#v" $r $r }}`;
}

function rowsOf({ case: cases, ...columns }: TemplateTable, sets: Sets): string[] {
  let rows = [new Map<string, string>()];
  for (const [place, texts] of Object.entries(columns) as [string, string | readonly string[]][]) {
    const list = typeof texts === 'string' ? sets[texts] : texts;
    if (!list) throw new Error(`no set is called ${texts}`);
    rows = rows.flatMap((row) => list.map((text) => new Map([...row, [place, text]])));
  }
  const fill = (text: string, row: Map<string, string>): string =>
    text.replaceAll(/\$\d/g, (place) => row.get(place) ?? place);
  return [cases].flat().flatMap((text) => rows.map((row) => fill(text, row)));
}

function variantsOf(call: readonly string[], any: readonly string[]): string[] {
  const [name, ...fitting] = call;
  const others = fitting.flatMap((_, place) => any.map((other) => fitting.with(place, other)));
  const counts = [[], fitting.slice(0, -1), [...fitting, '1']];
  return [fitting, ...counts, ...others].map((args) => [name, ...args].join(' '));
}

const AT = /^template: c\/templates\/t:(\d+:\d+): executing "c\/templates\/t" at /;

/** An answer as it is kept. Of Helm 4 in the words of Helm 3. */
export function keptAnswer(answer: { readonly output: string } | { readonly error: string }): TemplateAnswer {
  return 'output' in answer ? answer.output : { error: shortError(inHelm3Words(answer.error)) };
}

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

/** The error of Helm 4 as Helm 3 has it, on one line. */
function inHelm3Words(error: string): string {
  const [, place, name, node, message] =
    /^(\S+)\n {2}executing ("[^"]*") at (<.*?>):\n {4}(.*)$/s.exec(error) ?? [];
  return place === undefined ? error : `template: ${place}: executing ${name} at ${node}: ${message}`;
}
