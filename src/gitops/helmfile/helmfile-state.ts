import { path } from '../../files/path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Placed } from '../../model/placed.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { mapsAt, textsAt } from '../kustomize/field-lists.ts';
import type { Repository } from '../repository.ts';
import { textAt } from '../text-at.ts';

/** A map in a helmfile: a release or a template of releases. */
export interface HelmfileEntry {
  readonly document: Placed;
  readonly at: ValuesPath;
  readonly map: JsonObject;
}

/** What the parts of a helmfile and its bases say together. */
export interface HelmfileState {
  /** In the file itself. */
  readonly releases: readonly HelmfileEntry[];
  readonly templates: ReadonlyMap<string, HelmfileEntry>;
  /** The names under `environments`. */
  readonly environments: readonly string[];
  /** The addresses of chart repositories by name. */
  readonly repositories: ReadonlyMap<string, string>;
  readonly missingFileHandler: string | undefined;
  /** The templates that every release inherits which does not say otherwise. */
  readonly defaultInherit: readonly JsonValue[];
  /** The bases that are here, absolute. */
  readonly files: readonly string[];
}

/** Reads the parts of a helmfile (absolute) with its bases; what both have counts as the helmfile has it. */
export function helmfileState(
  file: string,
  documents: readonly Placed[],
  repository: Repository,
): HelmfileState {
  const folder = path.dirname(file);
  const templates = new Map<string, HelmfileEntry>();
  const environments = new Set<string>();
  const repositories = new Map<string, string>();
  const files = new Set<string>();
  let missingFileHandler: string | undefined;
  let defaultInherit: readonly JsonValue[] = [];
  const add = (document: Placed, depth: number): void => {
    for (const { text } of textsAt(document.data, ['bases'])) {
      const base = path.resolve(folder, text);
      if (files.has(base) || depth > LIMITS.folderDepth || repository.kind(base) !== 'file') continue;
      files.add(base);
      for (const one of repository.manifest(base, 'go-yaml-3')?.documents ?? []) add(one, depth + 1);
    }
    const named = valueAt(document.data, ['templates']);
    for (const [name, map] of Object.entries(isJsonObject(named) ? named : {})) {
      if (isJsonObject(map)) templates.set(name, { document, at: ['templates', name], map });
    }
    const known = valueAt(document.data, ['environments']);
    for (const name of Object.keys(isJsonObject(known) ? known : {})) environments.add(name);
    for (const { map } of mapsAt(document.data, ['repositories'])) {
      const name = textAt(map, ['name']);
      const url = textAt(map, ['url']);
      if (name !== undefined && url !== undefined) repositories.set(name, url);
    }
    const inherited = valueAt(document.data, ['defaultInherit']);
    if (inherited !== undefined && inherited !== null) defaultInherit = [inherited].flat();
    missingFileHandler = textAt(document.data, ['missingFileHandler']) ?? missingFileHandler;
  };
  for (const document of documents) add(document, 0);
  return {
    releases: documents.flatMap((document) =>
      mapsAt(document.data, ['releases']).map(({ at, map }) => ({ document, at, map })),
    ),
    templates,
    environments: [...environments],
    repositories,
    missingFileHandler,
    defaultInherit,
    files: [...files],
  };
}

/** The templates that an entry inherits, the weakest first, then the entry itself; fields that `except` names are left out of a template. */
export function withInherited(
  entry: HelmfileEntry,
  state: Pick<HelmfileState, 'templates' | 'defaultInherit'>,
  above: readonly string[] = [],
): HelmfileEntry[] {
  const { inherit } = entry.map;
  const own = inherit === undefined || inherit === null ? [] : [inherit].flat();
  const names = own.length === 0 && above.length === 0 ? state.defaultInherit : own;
  const inherited = names.flatMap((one): HelmfileEntry[] => {
    const name = isJsonObject(one) ? textAt(one, ['template']) : typeof one === 'string' ? one : undefined;
    const template = name === undefined || above.includes(name) ? undefined : state.templates.get(name);
    if (template === undefined || name === undefined) return [];
    const except = isJsonObject(one) && Array.isArray(one.except) ? one.except : [];
    return withInherited(template, state, [...above, name]).map((part) => ({
      ...part,
      map: Object.fromEntries(Object.entries(part.map).filter(([field]) => !except.includes(field))),
    }));
  });
  return [...inherited, entry];
}
