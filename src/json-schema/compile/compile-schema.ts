import type { AnySchema } from 'ajv';
import {
  brokenPattern,
  brokenSchema,
  danglingReference,
  invalidSchema,
  refusedPattern,
  type SchemaProblem,
  unknownDialect,
  unresolvedReferences,
} from '../../explain/schema-problems.ts';
import type { JsonSchema } from '../../model/chart-profile.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { type Dialect, dialectOf } from '../dialect.ts';
import { refusedByGo, regularExpression } from '../regular-expression.ts';
import type { ValidateFunction, ValidationError } from '../validate-function.ts';
import { type AjvCore, createAjv } from './create-ajv.ts';
import { permissiveDocument } from './permissive-document.ts';
import { prepareSchema, type SchemaPointers } from './prepare-schema.ts';
import { rewriteCode } from './rewrite-code.ts';

export interface CompileOptions {
  /** Other documents that `$ref`s name, by their absolute URI (or by their URI relative to the schema's `$id`). */
  readonly documents?: ReadonlyMap<string, JsonSchema>;
  /** Whether Helm itself enforces the schema; then what Helm's engine refuses in it is a problem, too. */
  readonly enforcedByHelm?: boolean;
}

export interface CompiledSchema {
  /** Undefined when the schema is not valid. */
  readonly validate?: ValidateFunction;
  /** What is wrong with the schema itself: it is invalid, or refers to documents that are not at hand. */
  readonly problems: readonly SchemaProblem[];
}

/** The compiler gives up after so many documents that are not at hand. */
const MAX_DOCUMENTS = 1000;

/**
 * Compiles a schema of any draft from 4 on at run time, reading it as Helm's engine does. Never throws: an invalid
 * schema comes back as a problem.
 */
export function compileSchema(schema: JsonSchema, options: CompileOptions = {}): CompiledSchema {
  const enforced = options.enforcedByHelm === true;
  if (typeof schema !== 'boolean' && !isJsonObject(schema)) {
    return { problems: [invalidSchema('it is neither a map nor true or false', enforced)] };
  }
  const dialect = dialectOf(schema);
  const problems: SchemaProblem[] = dialect === undefined ? [unknownDialect(schema)] : [];
  const patterns = new Set<string>();
  try {
    const { validate, missing } = compile(schema, dialect ?? '2020-12', options.documents, patterns);
    problems.push(...unresolvedReferences(missing, enforced));
    for (const pattern of enforced ? patterns : []) {
      const reason = refusedByGo(pattern);
      if (reason !== undefined) problems.push(refusedPattern(schema, pattern, reason));
    }
    return { validate, problems };
  } catch (error) {
    return { problems: [invalidSchema(error, enforced)] };
  }
}

function compile(
  schema: JsonSchema,
  dialect: Dialect,
  documents: ReadonlyMap<string, JsonSchema> | undefined,
  patterns: Set<string>,
): { validate: ValidateFunction; missing: Iterable<string> } {
  const pointers: SchemaPointers = new Map();
  const ajv = createAjv(dialect, {
    code: {
      // It takes longer than all else, and the code runs no faster for it.
      optimize: false,
      regExp: Object.assign(
        (pattern: string): RegExp => {
          patterns.add(pattern);
          return regularExpression(pattern);
        },
        { code: 'regularExpression' },
      ),
      process: (code, env) => rewriteCode(code, env?.schema, pointers),
    },
  });
  const root = prepareSchema(schema, dialect, '', pointers);
  const missing = new Map<string, Set<string>>();
  for (let tries = 0; ; tries++) {
    try {
      return { validate: ajv.compile(root as AnySchema) as ValidateFunction, missing: missing.keys() };
    } catch (error) {
      const reference = missingReference(error);
      if (reference === undefined || tries > MAX_DOCUMENTS) throw reasonOf(error, schema, ajv, patterns);
      const [uri = '', fragment = ''] = reference.split('#');
      if (uri === '' || uri === idOf(schema)) throw danglingReference(schema, `#${fragment}`);
      const document = documents?.get(uri);
      if (document !== undefined && ajv.schemas[uri] === undefined) {
        ajv.addSchema(
          prepareSchema(document, dialectOf(document) ?? dialect, uri, pointers) as AnySchema,
          uri,
        );
      } else {
        const fragments = missing.get(uri) ?? new Set();
        // A fragment that a document at hand does not have is a mistake of the schema, as is one of its own.
        if (document !== undefined || fragments.has(fragment)) throw error;
        missing.set(uri, fragments.add(fragment));
        ajv.removeSchema(uri);
        ajv.addSchema(permissiveDocument(fragments, dialect) as AnySchema, uri);
      }
    }
  }
}

function reasonOf(error: unknown, schema: JsonSchema, ajv: AjvCore, patterns: ReadonlySet<string>): unknown {
  const pattern = [...patterns].at(-1);
  if (error instanceof SyntaxError && pattern !== undefined) return brokenPattern(schema, pattern, error);
  return brokenSchema(schema, (ajv.errors ?? []) as ValidationError[]) ?? error;
}

function idOf(schema: JsonSchema): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  const id = schema.$id ?? schema.id;
  return typeof id === 'string' ? id.replace(/#.*$/, '') : undefined;
}

/** The reference that ajv could not resolve, absolute or local (`#…`); undefined for any other error. */
function missingReference(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('missingRef' in error)) return undefined;
  return String(error.missingRef) || undefined;
}
