import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { matchingLines } from '../../src/report/matching-lines.ts';
import { unifiedDiff } from '../../src/report/unified-diff.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What git makes of the patch. */
function applied(before: string, after: string): string {
  const file = path.join(folder, 'a.yaml');
  writeFileSync(file, before);
  const patch = unifiedDiff([{ file: 'a.yaml', before, after }]);
  execFileSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', '-'], {
    cwd: folder,
    input: patch,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return readFileSync(file, 'utf8');
}

const line = fc.constantFrom('a: 1', 'b: 2', '', 'x\r', '# c', '  d: 3');
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.boolean())
  .map(([lines, end]) => `${lines.join('\n')}${end ? '\n' : 'z'}`);

describe('unifiedDiff', () => {
  it('is empty when nothing changed', () => {
    expect(unifiedDiff([{ file: 'a', before: 'x\n', after: 'x\n' }])).toBe('');
  });

  it('shows three lines around a change and joins changes that are close', () => {
    const before = Array.from({ length: 30 }, (_, i) => `k${i}: ${i}\n`);
    const after = before.with(5, 'k5: x\n').with(9, 'k9: x\n').with(25, 'k25: x\n');
    const patch = unifiedDiff([{ file: 'a.yaml', before: before.join(''), after: after.join('') }]);
    expect(patch.match(/^@@.*@@$/gm)).toEqual(['@@ -3,11 +3,11 @@', '@@ -23,7 +23,7 @@']);
  });

  it('makes patches that git applies, with any line ends and without a last one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(applied(before, after)).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});

describe('matchingLines', () => {
  it('pairs equal lines in ascending order', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        let last: [number, number] = [-1, -1];
        for (const [i, j] of matchingLines(before, after)) {
          expect(before[i]).toBe(after[j]);
          expect(i > last[0] && j > last[1]).toBe(true);
          last = [i, j];
        }
      }),
    );
  });

  it('takes no quadratic time', () => {
    const before = Array.from({ length: 50_000 }, (_, i) => `line ${i % 100}`);
    matchingLines(before, [...before.slice(1), 'other']);
  });
});
