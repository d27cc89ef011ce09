import { describe, expect, it } from 'vitest';
import { loadValues } from '../../src/load/load-values.ts';
import { fileSource } from '../../src/model/source.ts';
import { inferSchema } from '../../src/schema/infer-schema.ts';

function inferred(text: string): unknown {
  const { document } = loadValues(fileSource('values.yaml'), text);
  if (document === undefined) throw new Error('not readable');
  const schema = inferSchema('shop', document.data, document);
  return typeof schema === 'object' ? schema.properties : undefined;
}

const TEXT = ['string', 'number'];

describe('inferSchema', () => {
  it('guesses loosely from the default', () => {
    expect(inferred('a: 1\nb: x\nc: true\nd:\ne: ""\nf: {}\ng: []\nh: {i: 1}\n')).toEqual({
      a: { type: TEXT },
      b: { type: TEXT },
      c: { type: 'boolean' },
      d: {},
      e: {},
      f: { type: ['object', 'null'] },
      g: { type: ['array', 'null'] },
      h: { type: ['object', 'null'], properties: { i: { type: TEXT } } },
    });
  });

  it('describes the items of a list together', () => {
    expect(inferred('l:\n  - a: 1\n  - b: true\n')).toEqual({
      l: {
        type: ['array', 'null'],
        items: { type: 'object', properties: { a: { type: TEXT }, b: { type: 'boolean' } } },
      },
    });
  });

  it.each([
    ['above the key', '# One.\n# Two.\na: 1\n', 'One.\nTwo.'],
    ['not across an empty line', '# License\n\na: 1\n', undefined],
    ['behind the value', 'a: "x" # One.\n', 'One.'],
    ['not out of the value', 'a: "x # One."\n', undefined],
    ['of helm-docs', '# -- One.\n# @default -- none\na: 1\n', 'One.'],
    ["of Bitnami's generator", '## @section Main\n## @param a [number] One.\n##\na: 1\n', 'One.'],
    ['of the older helm-docs', '# a -- One.\na: 1\n', 'One.'],
    ['without rulers', '# ----------\n# One.\n# ----------\na: 1\n', 'One.'],
    ['not out of the text before', 'z: |\n  x\n  # One.\na: 1\n', undefined],
    ['at the start of a file with Windows line ends', '# One.\r\na: 1\r\n', 'One.'],
  ])('takes the comment %s', (_, text, description) => {
    const { a } = inferred(text) as { a: { description?: string } };
    expect(a.description).toBe(description);
  });

  it('takes the comment of nested keys in their column only', () => {
    expect(inferred('a:\n# Not this.\n  # This.\n  b: true\n')).toMatchObject({
      a: { properties: { b: { description: 'This.' } } },
    });
  });
});
