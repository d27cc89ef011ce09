import type { Plugin } from '../config/config.ts';
import type { PluginProblem } from '../config/prefix-plugin.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { statementOf } from '../model/statement.ts';

/** What is wrong with the JSON Schemas by which the rules of a plugin describe their options; undefined when nothing is. */
export async function optionsProblem({ rules }: Plugin): Promise<PluginProblem | undefined> {
  for (const { id, options } of rules) {
    if (options === undefined) continue;
    const { schemaValidator } = await import('../json-schema/schema-validator.ts');
    const schema = options as JsonSchema;
    const { validate, mistakes } = await schemaValidator(schema);
    const [mistake] = mistakes;
    if (validate !== undefined || mistake === undefined) continue;
    const { describeSchemaMistake } = await import('../explain/describe-schema-mistake.ts');
    const { problem } = statementOf(describeSchemaMistake(mistake, schema, false));
    return {
      problem: `describes the options of "${id}" with a broken JSON Schema`,
      why: `${problem}.`,
    };
  }
  return undefined;
}
