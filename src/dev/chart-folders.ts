import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import { mergePatch } from '../model/merge-patch.ts';
import { compareGoVersions, type GoVersion, readGoVersion } from '../versions/go-version.ts';
import { withSharedDefinitions } from './shared-definitions.ts';

/** What `profile.json` says; a version that is described by its changes says what differs from the version before it. */
export interface ProfileFile {
  readonly name: string;
  readonly title: string;
  readonly chartNames: readonly string[];
  /** In Chart.yaml: the last version with these values. Several states of a chart may have one version. */
  readonly version: string;
  /** The first version with these values, where it is another. */
  readonly since?: string;
  readonly appVersion?: string;
}

/** One state of a shipped chart: `schemas/<name>/<state>/`. */
export interface ChartFolder {
  readonly name: string;
  /** The version, with a date behind a plus where several states have the same one. */
  readonly state: string;
  readonly profile: ProfileFile;
  /** Stands alone: the shared Kubernetes definitions that it refers to are in it. */
  readonly schema: JsonSchema;
  readonly schemaFile: string;
  /** Written by hand, where the other states have `changes.json`: a merge patch (RFC 7386) on the state before. */
  readonly isWhole: boolean;
}

/** Every folder below `schemas/` that holds a state of a chart: by name, then oldest first. */
export function chartFolders(root: string): ChartFolder[] {
  const schemas = path.join(root, 'schemas');
  return readdirSync(schemas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => statesOf(root, name));
}

function statesOf(root: string, name: string): ChartFolder[] {
  const chart = path.join(root, 'schemas', name);
  const states = readdirSync(chart)
    .filter((state) => existsSync(path.join(chart, state, 'profile.json')))
    .sort(byAge);
  const folders: ChartFolder[] = [];
  for (const state of states) {
    const before = folders.at(-1);
    const schemaFile = path.join(chart, state, 'values.schema.json');
    const changes = path.join(chart, state, 'changes.json');
    const isWhole = !existsSync(changes);
    if (!isWhole && before === undefined)
      throw new Error(`${changes}: there is no earlier version to change`);
    const said = readJson<ProfileFile>(path.join(chart, state, 'profile.json'));
    const schema: JsonObject = isWhole
      ? readJson(schemaFile)
      : mergePatch(before!.schema as JsonObject, readJson(changes));
    folders.push({
      name,
      state,
      profile: isWhole ? said : { ...withoutSince(before!.profile), ...said },
      schema: withSharedDefinitions(root, schema as JsonObject & { definitions?: JsonObject }, schemaFile),
      schemaFile,
      isWhole,
    });
  }
  return folders;
}

function withoutSince({ since: _, ...profile }: ProfileFile): ProfileFile {
  return profile;
}

/** By version, then by what stands behind the plus. */
function byAge(a: string, b: string): number {
  const [x, y] = [readGoVersion(a), readGoVersion(b)];
  if (typeof x === 'string') throw new Error(`${a}: ${x}`);
  if (typeof y === 'string') throw new Error(`${b}: ${y}`);
  return compareGoVersions(x, y) || metadataOf(x).localeCompare(metadataOf(y));
}

function metadataOf({ metadata }: GoVersion): string {
  return metadata;
}

/** The text of a schema file. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Reads a JSON file of the project. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
