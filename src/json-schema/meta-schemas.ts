import type { JsonSchema } from '../model/chart-profile.ts';
import type { Dialect } from './dialect.ts';
import type { SchemaExamination } from './examine-schema.ts';
import type { MetaSchemas } from './judge-schema.ts';
import type { ValidateFunction } from './validate-function.ts';

/** Every dialect's schema for schemas as code that ajv made when chartlint was built. */
const VALIDATORS: Readonly<Record<Dialect, () => Promise<{ default: ValidateFunction }>>> = {
  'draft-04': () => import('./meta-schemas/draft-04.mjs'),
  'draft-06': () => import('./meta-schemas/draft-06.mjs'),
  'draft-07': () => import('./meta-schemas/draft-07.mjs'),
  '2019-09': () => import('./meta-schemas/2019-09.mjs'),
  '2020-12': () => import('./meta-schemas/2020-12.mjs'),
};

/** What it takes to judge a schema, and no more. */
export async function loadMetaSchemas({ read, unresolved }: SchemaExamination): Promise<MetaSchemas> {
  const dialects = new Set(read?.doubtful.map(({ dialect }) => dialect));
  const refersToThem = unresolved.some(({ uri }) => /^https?:\/\/json-schema\.org\//.test(uri));
  return {
    validators: new Map(
      await Promise.all(
        Array.from(dialects, async (dialect) => [dialect, (await VALIDATORS[dialect]()).default] as const),
      ),
    ),
    documents: refersToThem ? await loadDocuments() : new Map(),
  };
}

/** The schemas for schemas of all dialects, by URI. */
async function loadDocuments(): Promise<ReadonlyMap<string, JsonSchema>> {
  return new Map(Object.entries((await import('./meta-schemas/documents.mjs')).default));
}
