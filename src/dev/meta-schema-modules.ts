import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type core from 'ajv/dist/core.js';
import standalone from 'ajv/dist/standalone/index.js';
import draft04 from 'ajv-draft-04';
import { buildSync } from 'esbuild';
import { DIALECT_ORDER, type Dialect } from '../json-schema/dialect.ts';

const require = createRequire(import.meta.url);
const BANNER = '// Written by the build: ajv made it of the schema for schemas.\n';
const VALIDATOR_TYPE = `import type { ValidateFunction } from '../validate-function.ts';
declare const validate: ValidateFunction;
export default validate;
`;
const DOCUMENTS_TYPE = `import type { JsonSchema } from '../../model/chart-profile.ts';
declare const documents: Readonly<Record<string, JsonSchema>>;
export default documents;
`;

/**
 * The texts, by name, of `src/json-schema/meta-schemas/`, which is not committed: for each dialect the code that says whether a
 * schema is one, and the schemas for schemas themselves. So no code is made of a schema while chartlint runs, and ajv is not
 * part of it.
 */
export function metaSchemaModules(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, text: string, types: string): void => {
    files.set(`${name}.mjs`, BANNER + text);
    files.set(`${name}.d.mts`, BANNER + types);
  };
  const documents: Record<string, unknown> = {};
  for (const dialect of DIALECT_ORDER) {
    const schemas = metaSchemasOf(dialect);
    for (const schema of schemas) documents[uriOf(schema)] = schema;
    add(dialect, validatorCode(root, dialect, schemas), VALIDATOR_TYPE);
  }
  add('documents', `export default ${JSON.stringify(documents)};\n`, DOCUMENTS_TYPE);
  return files;
}

type MetaSchema = { readonly $id?: string; readonly id?: string };

function uriOf({ $id, id }: MetaSchema): string {
  return ($id ?? id ?? '').replace(/#$/, '');
}

/** As ajv ships them; the first one is what `$schema` names. */
function metaSchemasOf(dialect: Dialect): readonly MetaSchema[] {
  switch (dialect) {
    case 'draft-04':
      return [require('ajv-draft-04/dist/refs/json-schema-draft-04.json')];
    case 'draft-06':
    case 'draft-07':
      return [require(`ajv/dist/refs/json-schema-${dialect}.json`)];
    default: {
      const folder = path.dirname(require.resolve(`ajv/dist/refs/json-schema-${dialect}/schema.json`));
      const schema = JSON.parse(readFileSync(path.join(folder, 'schema.json'), 'utf8')) as MetaSchema & {
        readonly allOf: readonly { readonly $ref: string }[];
      };
      return [
        schema,
        ...schema.allOf.map(({ $ref }) =>
          JSON.parse(readFileSync(path.join(folder, `${$ref}.json`), 'utf8')),
        ),
      ];
    }
  }
}

function validatorCode(root: string, dialect: Dialect, [schema]: readonly MetaSchema[]): string {
  const options: Options = {
    allErrors: true,
    strict: false,
    // Names, references and patterns are judged as Helm's engine does, where they are read.
    validateFormats: false,
    code: { source: true, esm: true, optimize: 2 },
  };
  const ajv = ajvFor(dialect, options, schema!);
  const validate = ajv.getSchema(schema!.$id ?? schema!.id ?? '');
  if (validate === undefined) throw new Error(`ajv does not know the schema of ${dialect}`);
  const { outputFiles } = buildSync({
    stdin: { contents: standalone.default(ajv, validate), resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  });
  return outputFiles[0]!.text;
}

function ajvFor(dialect: Dialect, options: Options, schema: MetaSchema): core.default {
  switch (dialect) {
    case 'draft-04':
      return new draft04.default(options as never) as unknown as core.default;
    case 'draft-06':
      return new Ajv({ ...options, meta: false }).addMetaSchema(schema as never);
    case 'draft-07':
      return new Ajv(options);
    case '2019-09':
      return new Ajv2019(options);
    case '2020-12':
      return new Ajv2020(options);
  }
}
