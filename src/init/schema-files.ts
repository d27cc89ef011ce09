import type { SurveyedFile } from './surveyed-file.ts';

/** The folder for schemas that are written for editors. */
export const SCHEMA_FOLDER = '.chartlint/schemas';

/** A schema that `chartlint schema` is to write. */
export interface WantedSchema {
  readonly file: string;
  readonly target: string;
  readonly overlay: boolean;
  /** See `SurveyedFile`. */
  readonly beside: readonly string[];
  readonly provided: readonly string[];
}

/** Which schema each values file is edited with. */
export interface SchemaFiles {
  /** By values file; paths relative to the root. */
  readonly schemaOf: ReadonlyMap<string, string>;
  readonly wanted: readonly WantedSchema[];
}

/** Gives each values file a schema: a chart's own where it suffices, else one written for the file's part. */
export function schemaFiles(files: readonly SurveyedFile[]): SchemaFiles {
  const schemaOf = new Map<string, string>();
  const wanted = new Map<string, WantedSchema>();
  const names = new Map<string, string>();
  for (const { file, chart, isDefaults, beside, provided } of files) {
    if (chart === undefined || (isDefaults && !chart.describesDefaults)) continue;
    if (isDefaults && chart.ownSchema !== undefined) {
      schemaOf.set(file, chart.ownSchema);
      continue;
    }
    const name = uniqueName(chart.name, chart.target, names);
    const found = isDefaults ? NOTHING : { beside, provided };
    const part = uniqueName(
      `${name}.${isDefaults ? 'values' : 'overlay'}`,
      JSON.stringify([chart.target, found]),
      names,
    );
    const schema = `${SCHEMA_FOLDER}/${part}.schema.json`;
    schemaOf.set(file, schema);
    wanted.set(schema, { file: schema, target: chart.target, overlay: !isDefaults, ...found });
  }
  return { schemaOf, wanted: [...wanted.values()].sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

/** What the chart's own values find there. */
const NOTHING = { beside: [], provided: [] };

/** Charts in different directories may have the same name, and so may overlays of different stacks. */
function uniqueName(name: string, owner: string, names: Map<string, string>): string {
  const clean = name.replaceAll(/[^\w.-]+/g, '-');
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? clean : `${clean}-${i}`;
    const other = names.get(candidate);
    if (other !== undefined && other !== owner) continue;
    names.set(candidate, owner);
    return candidate;
  }
}
