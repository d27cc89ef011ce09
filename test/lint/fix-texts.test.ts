import { describe, expect, it } from 'vitest';
import { changedPaths } from '../../src/lint/changed-paths.ts';
import { chooseFixes, type Fixable } from '../../src/lint/choose-fixes.ts';
import { fixTexts } from '../../src/lint/fix-texts.ts';
import { loadValues } from '../../src/load/load-values.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource, type Source } from '../../src/model/source.ts';

const read = (source: Source, text: string) => loadValues(source, text).document?.data;

/** A finding that replaces the first `from` of the text. */
function fixable(
  text: string,
  from: string,
  to: string,
  paths: string[],
  more: Partial<Fixable['fix']> = {},
): Fixable {
  const start = text.indexOf(from);
  const span = { source: fileSource('a.yaml'), start, end: start + from.length };
  const fix = { title: to, safe: true, edits: [{ span, text: to }], paths, ...more };
  return { rule: ruleIdOf({ id: from }), severity: 'error', problem: '', span, path: '', related: [], fix };
}

describe('fixTexts', () => {
  const text = 'a: 1\nb: 2\nc: 3\n';
  const sources = new Map([['a.yaml', text]]);

  it('applies fixes that change only what they name', () => {
    const { texts, refused } = fixTexts(
      [fixable(text, '1', '"1"', ['/a']), fixable(text, 'b', 'x', ['/b', '/x'])],
      sources,
      read,
    );
    expect([...texts]).toEqual([['a.yaml', 'a: "1"\nx: 2\nc: 3\n']]);
    expect(refused).toEqual([]);
  });

  it('leaves out a fix that changes another value, and applies the others', () => {
    const good = [fixable(text, '1', '7', ['/a']), fixable(text, '3', '9', ['/c'])];
    const { texts, applied, refused } = fixTexts(
      [good[0]!, fixable(text, '2', '2\nd: 4', ['/b']), good[1]!],
      sources,
      read,
    );
    expect(texts.get('a.yaml')).toBe('a: 7\nb: 2\nc: 9\n');
    expect(applied).toEqual(good);
    expect(refused.map(({ reason }) => reason)).toEqual(['it would also change /d']);
  });

  it('leaves out a fix after which the file is no values file', () => {
    const { texts, refused } = fixTexts([fixable(text, '2', '[', ['/b'])], sources, read);
    expect([texts.size, refused[0]?.reason]).toEqual([0, 'Helm could not read the file any more']);
  });

  it('leaves out a fix that names no path and changes a value', () => {
    expect(fixTexts([fixable(text, '2', '4', [])], sources, read).refused).toHaveLength(1);
  });

  it('lets a fix mend a file that could not be read', () => {
    const broken = 'a: [1\n';
    const { texts } = fixTexts([fixable(broken, '[1', '[1]', [])], new Map([['a.yaml', broken]]), read);
    expect(texts.get('a.yaml')).toBe('a: [1]\n');
  });
});

describe('chooseFixes', () => {
  const text = 'a: 1234\n';
  const all = { unsafe: false, isEditable: () => true };

  it('takes the first of two fixes that touch', () => {
    const chosen = chooseFixes(
      [fixable(text, '12', '', []), fixable(text, '23', '', []), fixable(text, '34', '', [])],
      all,
    );
    expect(chosen.map(({ rule }) => rule)).toEqual(['12', '34']);
  });

  it('takes only one of two insertions at the same place', () => {
    expect(chooseFixes([fixable(text, '', 'x', []), fixable(text, '', 'y', [])], all)).toHaveLength(1);
  });

  it('leaves out what is not safe and what must not be edited', () => {
    const unsafe = fixable(text, '1', '2', [], { safe: false });
    expect(chooseFixes([unsafe], all)).toEqual([]);
    expect(chooseFixes([unsafe], { ...all, unsafe: true })).toEqual([unsafe]);
    expect(chooseFixes([unsafe], { unsafe: true, isEditable: () => false })).toEqual([]);
  });

  it('takes all edits of a fix or none', () => {
    const [one, two] = [fixable(text, '1', '', []), fixable(text, '3', '', [])];
    const both = { ...two, fix: { ...two.fix, edits: [...two.fix.edits, ...one.fix.edits] } };
    expect(chooseFixes([one, both, two], all)).toEqual([one, two]);
  });
});

describe('changedPaths', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: { c: 1 } }, { a: 1, b: { c: '1' } }, ['/b/c']],
    [{ a: 1 }, { b: 1 }, ['/a', '/b']],
    [{ a: [1, 2] }, { a: [1, 3] }, ['/a/1']],
    [{ a: [1, 2] }, { a: [1] }, ['/a']],
    [{ a: {} }, { a: null }, ['/a']],
    [{ 'a/b': 1 }, { 'a/b': 2 }, ['/a~1b']],
  ])('%j and %j: %j', (before, after, paths) => {
    expect(changedPaths(before, after)).toEqual(paths);
  });
});
