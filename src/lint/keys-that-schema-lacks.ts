import type { ValuesSchema } from '../chart/chart-tree.ts';
import { schemasAt } from '../json-schema/schema-at.ts';
import type { Chart } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';
import { listWords } from '../model/list-words.ts';
import type { Span } from '../model/span.ts';
import type { TemplateUse, ValueUse } from '../model/template-use.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Deeper than this, in keys, templates of no chart name anything. */
const DEEPEST = 12;

const MOST_NAMED = 3;

/** Uses that need a value: what is only tested or compared may be an old name that the chart refuses. */
const NEEDED: readonly ValueUse[] = ['range', 'print', 'number', 'yaml', 'encode', 'tpl'];

/** Keys that templates use and that a closed schema forbids, for the author of the chart: one finding for each closed map. */
export async function keysThatSchemaLacks(
  { json, file, enforcedByHelm }: ValuesSchema,
  templates: TemplateUse,
  { metadata, templates: texts = () => [], dependencies }: Chart,
): Promise<Finding[]> {
  if (file === undefined || !enforcedByHelm || !templates.complete) return [];
  const subcharts = new Set([
    ...dependencies.map((chart) => chart.metadata.name),
    ...(metadata.dependencies ?? []).map(({ name, alias }) => alias ?? name),
  ]);
  const lacking = lackedBelow(json(), templates, [], subcharts).flatMap(({ at, keys }) => {
    const used = keys.filter((key) => isWrittenOut([...at, key], texts()));
    return used.length === 0 ? [] : [{ at, keys: used }];
  });
  if (lacking.length === 0) return [];
  const written = JSON.parse(file.text.replace(/^\uFEFF/, '')) as JsonSchema;
  return Promise.all(
    lacking.map(async ({ at, keys }) => finding(at, keys, await file.place(placeOf(written, at)))),
  );
}

interface Lacking {
  readonly at: ValuesPath;
  readonly keys: readonly string[];
}

function lackedBelow(
  root: JsonSchema,
  templates: TemplateUse,
  at: ValuesPath,
  subcharts: ReadonlySet<string>,
): Lacking[] {
  if (at.length > DEEPEST) return [];
  const schemas = schemasAt(root, at);
  // What no schema describes, none forbids, however deep templates go in it.
  if (schemas.length === 0) return [];
  const closed = schemas.filter(({ additionalProperties }) => additionalProperties === false);
  const found: Lacking[] = [];
  const keys: string[] = [];
  for (const name of templates.namesBelow(at)) {
    const path = [...at, name];
    if (at.length === 0 && (name === 'global' || subcharts.has(name))) continue;
    const isForbidden = closed.some((schema) => !allows(schema, name));
    const uses = isForbidden ? templates.usesOf(path) : undefined;
    if (uses !== undefined && NEEDED.some((use) => uses.has(use))) keys.push(name);
    if (!isForbidden) found.push(...lackedBelow(root, templates, path, subcharts));
  }
  return keys.length === 0 ? found : [{ at, keys }, ...found];
}

/**
 * Whether an action uses the value by its whole name: what is read of a map that was put together, or of an item of a list, may
 * not be meant here; and what is only tested, or told by `fail`, is refused on purpose.
 */
function isWrittenOut(path: ValuesPath, texts: readonly string[]): boolean {
  const name = `.Values.${path.join('.')}`;
  return texts.some((text) => {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
      if (/^[\w.]/.test(text.slice(at + name.length, at + name.length + 1))) continue;
      const action = text.slice(text.lastIndexOf('{{', at), at);
      if (!/^\{\{-?\s*(?:if\b|else if\b|\/\*)|\bfail\b/.test(action) && !action.includes('}}')) return true;
    }
    return false;
  });
}

function allows({ properties, patternProperties }: JsonObject, name: string): boolean {
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return true;
  // Which pattern fits is the validator's to say; a schema with patterns is open in a way.
  return isJsonObject(patternProperties) && Object.keys(patternProperties).length > 0;
}

/** The part of the schema file that closes the map, as far as it is written out there; else the file. */
function placeOf(schema: JsonSchema, at: ValuesPath): string[] {
  const place: string[] = [];
  let part: unknown = schema;
  for (const key of at) {
    const { properties } = (isJsonObject(part as JsonObject) ? part : {}) as JsonObject;
    if (!isJsonObject(properties) || !isJsonObject(properties[key])) return place;
    place.push('properties', String(key));
    part = properties[key];
  }
  for (const keyword of ['properties', 'additionalProperties'])
    if (isJsonObject(part as JsonObject) && Object.hasOwn(part as JsonObject, keyword))
      return [...place, keyword];
  return place;
}

function finding(at: ValuesPath, keys: readonly string[], span: Span): Finding {
  const shown = keys.slice(0, MOST_NAMED).map((key) => formatPath([...at, key]));
  const more = keys.length - shown.length;
  const names = listWords(more > 0 ? [...shown, `${more} more`] : shown, 'and');
  const [is, it] = keys.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    rule: 'schema/lacks-key',
    severity: 'warning',
    problem: `${names} ${is} read by templates and forbidden by the schema`,
    why: `The schema takes no other keys there, so Helm refuses whoever sets ${it}.`,
    help: `Add ${it} to the properties of the schema.`,
    span,
    path: '',
    related: [],
  };
}
