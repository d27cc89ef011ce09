import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../src/check-docs/all-checks.ts';
import { rules } from '../../src/generated/rules.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const known = new Set([...rules, ...allChecks].map(({ id }) => id));

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated') && !file.startsWith('check-docs'))
  .map((file) => ({ file, text: readFileSync(path.join(src, file), 'utf8') }));

/** What a pattern finds in some files, with a prefix. */
function found(pattern: RegExp, prefix: string, where: (file: string) => boolean): string[] {
  return files
    .filter(({ file }) => where(file))
    .flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, id]) => prefix + id));
}

const isDescription = (file: string): boolean => /^validate.describe-/.test(file);

describe('allChecks', () => {
  it('explains every id that is written in the code', () => {
    const written = [
      ...found(
        /['`]((?:yaml|schema|merge|chart|flag|suppression|baseline|config)\/[a-z][a-z-]+)['`]/g,
        '',
        () => true,
      ),
      ...found(/\brule(?::| =) (?:[^,;\n?]*\? )?'([a-z-]+)'/g, 'schema/', isDescription),
      ...found(/\brule(?::| =) [^,;\n?]*\? '[a-z-]+' : '([a-z-]+)'/g, 'schema/', isDescription),
      ...found(/case '([a-z-]+)':/g, 'merge/', (file) => /^lint.dependency-findings/.test(file)),
    ];
    expect(written.length).toBeGreaterThan(60);
    expect([...new Set(written)].filter((id) => !known.has(id)).sort()).toEqual([]);
  });

  it('has each id once and says something about it', () => {
    expect(known.size).toBe(rules.length + allChecks.length);
    for (const { id, summary, why } of allChecks) {
      expect(summary, id).toMatch(/^[A-Z"].*\.$/);
      expect(why.length, id).toBeGreaterThan(20);
    }
  });
});
