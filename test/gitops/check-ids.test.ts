import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitopsChecks } from '../../src/check-docs/gitops-checks.ts';
import { manifestValueChecks } from '../../src/check-docs/manifest-value-checks.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ids = [...gitopsChecks, ...manifestValueChecks].map(({ id }) => id);
const reports = readdirSync(path.join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((name) => path.basename(name) === 'report.txt')
  .map((name) => readFileSync(path.join(root, 'fixtures', name), 'utf8'));

describe('what is found in manifests alone', () => {
  it('is of many kinds', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(40);
  });

  it.each(ids)('%s is in the report of a fixture and has a page', (id) => {
    expect(reports.some((text) => text.includes(`[${id}]`))).toBe(true);
    expect(readFileSync(path.join(root, 'docs/rules', `${id}.md`), 'utf8')).toContain(id);
  });
});
