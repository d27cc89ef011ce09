import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { assembleDefaults } from '../src/json-schema/assemble-defaults.ts';
import type { JsonSchema } from '../src/model/chart-profile.ts';

/** Values of a shipped chart: every default, as YAML. */
export interface ShippedInput {
  readonly name: string;
  readonly yaml: string;
  readonly schema: JsonSchema;
}

/** The shipped charts with their defaults, which are what all inputs are made of. */
export function shippedInputs(root: string): ShippedInput[] {
  const folder = path.join(root, 'schemas');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const [version = ''] = readdirSync(path.join(folder, name));
      const file = path.join(folder, name, version, 'values.schema.json');
      const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;
      return { name, schema, yaml: stringify(assembleDefaults(schema)) };
    });
}

/** A schema of about so many bytes: sections with typed keys, bounds, patterns and required keys. */
export function schemaOfSize(bytes: number): object {
  const section = {
    type: 'object',
    additionalProperties: false,
    required: ['enabled'],
    properties: {
      enabled: { type: 'boolean' },
      replicas: { type: 'integer', minimum: 0, maximum: 100 },
      host: { type: 'string', pattern: '^[a-z0-9.-]+$' },
      mode: { enum: ['simple', 'cluster', 'external'] },
      limits: {
        type: 'object',
        properties: { cpu: { type: ['string', 'number'] }, memory: { type: 'string' } },
      },
    },
  };
  const sections = Math.ceil(bytes / JSON.stringify(section).length);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: sections }, (_, i) => [`section${i}`, section])),
  };
}

/** A file with so many keys, in sections of ten. */
export function fileOfKeys(keys: number): string {
  const lines: string[] = [];
  for (let i = 0; i * 10 < keys; i++) {
    lines.push(`section${i}:`);
    for (let key = 1; key < 10; key++) lines.push(`  key${key}: "value ${i}-${key}"`);
  }
  return `${lines.join('\n')}\n`;
}

/** Writes so many values files of about so many bytes in all, one folder each; returns the number of bytes. */
export function writeMonorepo(folder: string, files: number, bytes: number): number {
  let written = 0;
  for (let i = 0; i < files; i++) {
    const below = path.join(folder, `team${i % 50}`, `service${i}`);
    mkdirSync(below, { recursive: true });
    const text = serviceValues(i, bytes / files);
    writeFileSync(path.join(below, 'values.yaml'), text);
    written += text.length;
  }
  return written;
}

function serviceValues(service: number, bytes: number): string {
  const blocks: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++) {
    const block = [
      `component${i}:`,
      '  replicaCount: 2',
      '  image:',
      `    repository: registry.example.com/team/service${service}`,
      '    tag: "1.4.2"',
      '    pullPolicy: IfNotPresent',
      '  resources:',
      '    requests: {cpu: 100m, memory: 128Mi}',
      '    limits: {cpu: 500m, memory: 256Mi}',
      '  service: {type: ClusterIP, port: 8080}',
      '  podAnnotations: {}',
      `  # what component ${i} is told about its neighbours`,
      '  env:',
      `    LOG_LEVEL: info`,
      `    UPSTREAM: "http://component${i}.internal:8080"`,
      '',
    ].join('\n');
    blocks.push(block);
    length += block.length;
  }
  return blocks.join('');
}
