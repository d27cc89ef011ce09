import type { Attack } from './attack.ts';
import { everyCommand } from './every-command.ts';

const SCHEMAS: readonly string[] = [
  '{"$schema":"toString"}',
  '{"$ref":"#/constructor"}',
  '{"$ref":"#/__proto__"}',
  '{"$ref":"#/toString"}',
  '{"$ref":"#"}',
  '{"properties":{"a":{"$ref":"#/properties/a"}}}',
  '[]',
  'null',
  '1',
  '"x"',
  '{',
  '{"type":"nope"}',
  '{"type":[]}',
  '{"enum":1}',
  '{"pattern":"("}',
  '{"properties":[]}',
  '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}',
  '{"allOf":{}}',
  '{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}',
  '{"$ref":"http://example.com/x"}',
  '{"$id":"__proto__","$ref":"__proto__"}',
  '{"$dynamicRef":"#x"}',
  '{"minimum":"1"}',
  '{"$schema":"https://json-schema.org/draft/2020-12/schema","unevaluatedProperties":false,"$recursiveRef":"#"}',
  '{"dependencies":{"a":1}}',
  '{"multipleOf":0}',
  '{"format":"toString"}',
  '{"x-chartlint":{"__proto__":1}}',
  '\ufeff{}',
  '{"a":1}\u0000',
  '{"uniqueItems":"x"}',
  '{"items":[{"$ref":"#/items/0"}]}',
  '{"if":{"$ref":"#/then"},"then":{"$ref":"#/if"}}',
  `${'{"not":'.repeat(5000)}{}${'}'.repeat(5000)}`,
  `{"enum":[${'['.repeat(5000)}${']'.repeat(5000)}]}`,
  '{"maxItems":1e400,"properties":{"sub":{"maxProperties":-1}}}',
  '{"properties":{"sub":false},"patternProperties":{"":false},"propertyNames":false}',
];
const COMMANDS = everyCommand('sub', 'values.yaml');

/** Schemas that are none, refer to prototypes, to themselves or to nothing: what lies beside them is told. */
export const oddSchemas: Attack = async (trial) => {
  for (const schema of trial.some(SCHEMAS)) {
    const files = {
      'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
      'values.yaml': 'sub: { a: 2 }\n',
      'values.schema.json': schema,
      'beside/values.yaml': 'a: [\n',
    };
    await trial.project(files, async (folder) => {
      for (const args of trial.some(COMMANDS)) {
        const { output } = await trial.run(args, folder);
        if (args.length === 0 && !output.includes('beside/values.yaml:1:4'))
          trial.found(`${schema.slice(0, 100)} hides what lies beside it`);
      }
    });
  }
};
