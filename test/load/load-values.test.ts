import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';

const data = (text: string): unknown => {
  const { document, findings } = loadValues('values.yaml', text);
  expect(findings).toEqual([]);
  return document?.data;
};

describe('what Helm reads', () => {
  it.each<[string, string, unknown]>([
    ['an empty file', '', {}],
    ['only comments', '# nothing\n', {}],
    ['an explicit empty document', '---\n', {}],
    ['a null document', '~\n', {}],
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['CRLF lines', 'a: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
  ])('%s', (_, text, expected) => {
    expect(data(text)).toEqual(expected);
  });
});
