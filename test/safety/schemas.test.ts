import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../random-runs.ts';
import { runCli } from '../run-cli.ts';

async function told(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-schema-'));
  try {
    mkdirSync(path.join(folder, '.git'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    return await runCli(args, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('schemas of strangers', () => {
  const chart = (schema: unknown) => ({
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'values.yaml': 'a: 1\nb: { c: x }\n',
    'values.schema.json': JSON.stringify(schema),
  });

  it('cost only themselves whatever their annotations hold', async () => {
    const annotation = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'role',
          'secret',
          'message',
          'replacedBy',
          'docs',
          'toString',
          '__proto__',
          'key',
          'of',
        ),
        fc.jsonValue({ maxDepth: 2 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(annotation, annotation, async (one, other) => {
        const schema = {
          'x-chartlint': one,
          properties: { a: { 'x-chartlint': other }, b: { 'x-chartlint': one } },
        };
        const { stdout, stderr } = await told(chart(schema));
        expect(stderr).not.toContain('bug in chartlint');
        expect(stdout).not.toContain('chart/failed');
      }),
      { numRuns: randomRuns(150) },
    );
  }, 60_000);

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'may name %s anywhere',
    async (name) => {
      for (const schema of [
        { $schema: name },
        { $ref: `#/${name}` },
        { $ref: `#/definitions/${name}`, definitions: {} },
        { $ref: `#${name}` },
        { required: [name] },
        { format: name, type: name },
        JSON.parse(`{ "properties": { "${name}": { "type": "string" } } }`),
        { dependencies: { a: [name] } },
      ]) {
        const { stdout, stderr } = await told(chart(schema), ['--format', 'concise']);
        expect(stderr).toBe('');
        expect(stdout).not.toContain('chart/failed');
        if ('$ref' in schema || '$schema' in schema) expect(stdout).toMatch(/\[schema\//);
      }
    },
  );
});
