import { describe, expect, it } from 'vitest';
import { markdownTables } from '../../src/drift/markdown-tables.ts';
import { readmeValues, statedDefault } from '../../src/drift/readme-values.ts';

describe('tables of a README', () => {
  it('have rows with places, with and without bars around them', () => {
    const text = '| a | b |\n| --- | :-: |\n| `x` | 1 |\n\nc | d\n--|--\ny \\| z | `p|q`\n\n| no | table |\n';
    const tables = markdownTables(text);
    expect(tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [['x', '1']],
      [['y | z', '`p', 'q`']],
    ]);
    const [cell] = tables[0]!.rows[0]!;
    expect(text.slice(cell!.start, cell!.end)).toBe('`x`');
  });

  it.each([
    ['names', '| Name | Default |\n|-|-|\n| a.b | 1 |\n| c | 2 |\n', ['a.b', 'c']],
    ['quotes', '| Key | Default |\n|-|-|\n| a."x.y/z" | 1 |\n| c | 2 |\n', ['a.x.y/z', 'c']],
    ['other things', '| Name | Meaning |\n|-|-|\n| dev | small |\n| prod | large |\n', []],
    ['no key column', '| Port | Use |\n|-|-|\n| a.b | 1 |\n| c | 2 |\n', []],
    ['code', '```\n| Name | Default |\n|-|-|\n| a.b | 1 |\n| c | 2 |\n```\n', []],
  ])('tell of values: %s', (_, text, wanted) => {
    const known = new Set(['a.b', 'c', 'a.x.y/z']);
    const found = readmeValues(text, (path) => known.has(path.join('.')));
    expect(found.map(({ path }) => path.join('.'))).toEqual(wanted);
  });

  it.each<[string, unknown]>([
    ['3', { value: 3 }],
    ['true', { value: true }],
    ['""', { value: '' }],
    ['empty', { value: '' }],
    ['"1.0"', { value: '1.0' }],
    ['ClusterIP', { value: 'ClusterIP' }],
    ['{}', { value: {} }],
    ['[1, 2]', { value: [1, 2] }],
    ['see values.yaml', undefined],
    ['required', undefined],
    ['{"a": …}', undefined],
    ['{{ .Release.Name }}', undefined],
    ['two words', undefined],
  ])('state a default: %s', (text, wanted) => {
    expect(statedDefault({ text, start: 0, end: 0 })).toEqual(wanted);
  });
});
