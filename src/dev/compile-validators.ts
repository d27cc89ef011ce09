import type { JsonSchema } from '../model/chart-profile.ts';
import { standaloneCode } from '../validate/standalone-code.ts';

/** Each helper of ajv that generated code may call, and our module that does the same. */
const HELPERS: Readonly<Record<string, { readonly file: string; readonly name: string }>> = {
  'ajv/dist/runtime/ucs2length': { file: 'code-point-length.ts', name: 'codePointLength' },
  'ajv/dist/runtime/equal': { file: 'deep-equal.ts', name: 'deepEqual' },
};

/**
 * A module that validates against the schema without ajv: its default export is a `ValidateFunction`.
 * @param folder where the module finds `src/validate`, relative to itself.
 * @throws Error when the schema does not compile, or needs a helper that we do not have.
 */
export function standaloneValidatorCode(schema: JsonSchema, folder = '../validate'): string {
  const imports = new Set<string>();
  const code = standaloneCode(schema).replace(/require\("([^"]+)"\)\.default/g, (_, module: string) => {
    const helper = HELPERS[module];
    if (helper === undefined) throw new Error(`no replacement for ${module}`);
    imports.add(`import { ${helper.name} } from '${folder}/${helper.file}';`);
    return helper.name;
  });
  if (/\bformats\b/.test(code)) imports.add(`import { formats } from '${folder}/formats/formats.ts';`);
  return `${[...imports].sort().join('\n')}\n${code}\n`;
}
