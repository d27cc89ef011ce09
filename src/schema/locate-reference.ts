import { resolveReference } from '../json-schema/resolve-reference.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { ReadSchema, SchemaDocument } from './schema-document.ts';

/** What a reference names: a part of a document, and a name for it. */
export interface ReferenceTarget {
  readonly document: SchemaDocument;
  readonly schema: JsonSchema;
  /** The last word of the reference: `port`. */
  readonly name: string;
}

/** Follows a `$ref` within its document or into another; undefined when nothing is there. */
export function locateReference(
  reference: string,
  from: SchemaDocument,
  read: ReadSchema,
): ReferenceTarget | undefined {
  const [file = '', fragment = ''] = reference.split('#', 2);
  if (file !== '') {
    const embedded = findSchema(from.schema, (schema) => identifierOf(schema) === file);
    const document = embedded === undefined ? read(file, from) : { ...from, schema: embedded as JsonSchema };
    if (document === undefined) return undefined;
    const inFile = locateReference(`#${fragment}`, document, read);
    return inFile === undefined || fragment !== '' ? inFile : { ...inFile, name: nameOfFile(file) };
  }
  const schema =
    fragment === '' || fragment.startsWith('/')
      ? resolveReference(from.schema, `#${fragment}`)
      : findSchema(from.schema, (part) => part.$anchor === fragment || identifierOf(part) === `#${fragment}`);
  if (typeof schema !== 'boolean' && !isJsonObject(schema)) return undefined;
  const name = fragment === '' ? nameOfFile(from.file) : (fragment.split('/').at(-1) ?? fragment);
  return { document: from, schema, name };
}

function identifierOf(schema: Record<string, unknown>): unknown {
  return schema.$id ?? schema.id;
}

function nameOfFile(file: string): string {
  return (file.split(/[/\\:]/).at(-1) ?? file).replace(/(\.schema)?\.json$/, '') || 'schema';
}

/** The first part of the document that fits, looking everywhere. */
function findSchema(part: unknown, fits: (schema: Record<string, unknown>) => boolean): unknown {
  if (Array.isArray(part)) {
    for (const item of part) {
      const found = findSchema(item, fits);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isJsonObject(part)) return undefined;
  if (fits(part)) return part;
  return findSchema(Object.values(part), fits);
}
