import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../src/config/policy.ts';
import { rules } from '../../src/generated/rules.ts';
import { changedPaths } from '../../src/lint/changed-paths.ts';
import { fixProject } from '../../src/lint/fix-project.ts';
import { lintRelease } from '../../src/lint/lint-release.ts';
import type { ReleaseInput } from '../../src/lint/release-input.ts';
import { settleProject } from '../../src/lint/settle-project.ts';
import { controlComments } from '../../src/load/control-comments.ts';
import { loadValues } from '../../src/load/load-values.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fileSource, type Source } from '../../src/model/source.ts';
import { randomRuns } from '../random-runs.ts';

const FILE = 'values.yaml';
const policy = createPolicy({ rules, checks: [], config: { extends: 'strict' } });
const SOURCE = fileSource(FILE);
const read = (source: Source, text: string) => loadValues(source, text).document?.data;

async function lint(text: string, by = policy): Promise<LintResult> {
  const { document, findings: reading } = loadValues(SOURCE, text);
  const release: ReleaseInput | undefined = document && {
    id: { source: FILE },
    name: FILE,
    files: [SOURCE],
    layers: [{ kind: 'values-file', label: FILE, data: document.data, document, scope: [] }],
    chart: undefined,
    detectedBy: 'none',
    schema: undefined,
    tree: undefined,
    context: { cluster: {} },
  };
  const releases = release === undefined ? [] : [await lintRelease(release, by)];
  const comments = new Map([[FILE, controlComments(SOURCE, text)]]);
  const sources = new Map([[FILE, text]]);
  return settleProject({ releases, reading, sources, comments, files: 1 }, by);
}

async function fix(text: string): Promise<{ text: string; fixed: number; refused: number }> {
  const { result, changes } = await fixProject({
    unsafe: true,
    isEditable: ({ id }) => id === FILE,
    read,
    lint: (texts) => lint(texts.get(FILE) ?? text),
  });
  const { fixed = 0, refused = [] } = result.fixes ?? {};
  return { text: changes.get(FILE)?.after ?? text, fixed, refused: refused.length };
}

/** Lines that rules like to mend, with the odd spellings and comments of real files. */
const image = fc.constantFrom(
  'tag: 1.20',
  'tag:   3.10 # pinned',
  '"tag": 010',
  'tag: &t 1.30',
  "tag: 'latest'",
  'tag: *u',
);
const pool = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => `maxOpenConns: ${a}\n  maxIdleConns:  ${b}`);
const other = fc.constantFrom(
  'debug: yes',
  'on: 1',
  'text: |\n    tag: 1.20\n    # no comment',
  'flow: {tag: 1.20, enabled: "true"}',
  'enabled: "false"',
  '# chartlint-disable-next-line mutable-image-tag\n  image: nginx:1',
);
const section = fc.tuple(
  fc.constantFrom('image', 'db', 'app', 'web', 'x-y'),
  fc.array(fc.oneof(image, pool, other), { minLength: 1, maxLength: 4 }),
);
const values = fc
  .tuple(
    fc.array(section, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([sections, end, bom, last]) => {
    const lines = [
      'u: &u 2.10 # anchor',
      ...sections.map(
        ([name, its], i) => `${name}${i}:\n  repository: a/b\n${its.map((line) => `  ${line}`).join('\n')}`,
      ),
    ];
    return (bom ? '\uFEFF' : '') + lines.join('\n').replaceAll('\n', end) + (last ? end : '');
  });

describe('fixProject', () => {
  it('leaves a text that parses, with the same comments and line ends, and nothing more to fix', async () => {
    let fixed = 0;
    await fc.assert(
      fc.asyncProperty(values, async (text) => {
        const before = read(SOURCE, text);
        fc.pre(before !== undefined);
        const once = await fix(text);
        fixed += once.fixed;
        const after = read(SOURCE, once.text);
        expect(after).toBeDefined();
        const comments = (all: string): string[] =>
          all.split('\n').flatMap((line) => /# (?:pinned|anchor|no comment)\r?$/.exec(line) ?? []);
        expect(comments(once.text)).toEqual(comments(text));
        expect(once.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        const lone = (all: string): number => (all.match(/(?<!\r)\n/g) ?? []).length;
        if (text.includes('\r\n')) expect(lone(once.text)).toBe(0);
        if (once.fixed === 0) expect(changedPaths(before, after)).toEqual([]);
        expect((await fix(once.text)).fixed).toBe(0);
      }),
      { numRuns: randomRuns(150) },
    );
    expect(fixed).toBeGreaterThan(50);
  });

  it('ends when two fixes undo each other', async () => {
    const flipping = createPolicy({
      rules: [
        defineRule({
          id: 'flip',
          severity: 'error',
          recommended: true,
          docs: { summary: '', why: '', source: '' },
          examples: { bad: [], good: [] },
          *check(release) {
            const text = release.values.data.a === 1 ? '2' : '1';
            yield {
              at: ['a'],
              message: text,
              fix: { title: 'Flip', safe: true, replace: [{ at: ['a'], text }] },
            };
          },
        }),
      ],
      checks: [],
      config: { extends: 'strict' },
    });
    const { result } = await fixProject({
      unsafe: false,
      isEditable: () => true,
      read,
      lint: (texts) => lint(texts.get(FILE) ?? 'a: 1\n', flipping),
    });
    expect(result.findings).toHaveLength(1);
  });
});
