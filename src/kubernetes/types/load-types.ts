import kinds from '../data/kinds.json' with { type: 'json' };
import { typeFiles } from '../data/type-files.ts';
import type { AbsentField, Field } from './field-type.ts';
import { type KindTable, kindTable } from './kind-table.ts';
import type { ApiType, KubernetesTypes } from './kubernetes-types.ts';
import { parseField } from './parse-field.ts';

type TypeFile = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/**
 * Kubernetes' types for manifests of these API versions; of other groups nothing is loaded.
 * @param minor 34 for Kubernetes 1.34; one that is not recorded counts as the nearest that is
 * @param apiVersions as written in manifests; unknown ones cost nothing
 */
export async function loadTypes(minor: number, apiVersions: Iterable<string>): Promise<KubernetesTypes> {
  const table = kindTable(kinds as Readonly<Record<string, string | number>>, minor);
  return typesFrom(table, await loadFiles(table.packagesOf(apiVersions)));
}

/** Everything that workloads are made of lies in the first two. */
async function loadFiles(packages: ReadonlySet<string>): Promise<ReadonlyMap<string, TypeFile>> {
  const wanted = new Set(['core', 'meta', ...packages]);
  const files = await Promise.all(
    Object.entries(typeFiles).map(async ([name, load]) =>
      wanted.has(name) ? ([name, (await load()).default as unknown as TypeFile] as const) : undefined,
    ),
  );
  return new Map(files.filter((file) => file !== undefined));
}

function typesFrom(table: KindTable, files: ReadonlyMap<string, TypeFile>): KubernetesTypes {
  const made = new Map<string, ApiType | undefined>();
  return {
    minor: table.minor,
    kindOf: table.kindOf,
    typeOf(name) {
      if (!made.has(name)) made.set(name, makeType(name, files, table.minor));
      return made.get(name);
    },
  };
}

function makeType(name: string, files: ReadonlyMap<string, TypeFile>, minor: number): ApiType | undefined {
  const [group, rest] = name.split('/') as [string, string];
  const written = files.get(group)?.[rest];
  if (!written) return undefined;
  const owner = name.slice(0, name.indexOf('.'));
  const fields = new Map<string, Field>();
  const absent = new Map<string, AbsentField>();
  for (const [field, texts] of Object.entries(written)) {
    const parsed = parseField(field, texts, owner, minor);
    if ('type' in parsed) fields.set(field, parsed);
    else absent.set(field, parsed);
  }
  return { name, fields, absent };
}
