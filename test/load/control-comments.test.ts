import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlComments } from '../../src/load/control-comments.ts';
import { fileSource } from '../../src/model/source.ts';

const found = (text: string): string[] =>
  controlComments(fileSource('values.yaml'), text).map(({ start, end }) => text.slice(start, end));

describe('controlComments', () => {
  it('says which block of text a comment counts for', () => {
    const text = '# chartlint-enable\nvalues: |\n  # chartlint-disable\n  a: 1\nb: 2\n';
    const within = controlComments(fileSource('app.yaml'), text).map((one) => one.within);
    expect(within).toEqual([undefined, { start: 29, end: 58 }]);
  });

  it.each([
    ['behind a value', 'a: 1 # chartlint-disable-line\n', ['# chartlint-disable-line']],
    ['on a line of its own', '  # chartlint-enable x\na: 1\n', ['# chartlint-enable x']],
    [
      'after a block scalar that has ended',
      'a: |\n  x\n# chartlint-disable-file\n',
      ['# chartlint-disable-file'],
    ],
    [
      'behind the sign of a block scalar',
      'a: | # chartlint-disable-line\n  x\n',
      ['# chartlint-disable-line'],
    ],
    ['inside brackets', 'a: [1, # chartlint-disable-line\n  2]\n', ['# chartlint-disable-line']],
    ['at the end of a comment', 'a: 1 # why # chartlint-disable-line\n', ['# chartlint-disable-line']],
    [
      'in a file with Windows line ends',
      '\uFEFF# chartlint-disable-file\r\na: 1\r\n',
      ['# chartlint-disable-file'],
    ],
    [
      'at the head of a file that is no YAML',
      '# chartlint-disable-file\na: [\n',
      ['# chartlint-disable-file'],
    ],
    [
      'in values that stand in a manifest as text',
      'spec:\n  values: |\n    # chartlint-disable-file\n    a: 1 # chartlint-disable-line x\n',
      ['# chartlint-disable-file', '# chartlint-disable-line x'],
    ],
    [
      'in the text of a patch, and of a ConfigMap in it',
      'patch: |-\n  data:\n    values.yaml: |\n      # chartlint-disable\n      a: 1\n',
      ['# chartlint-disable'],
    ],
  ])('finds a comment %s', (_, text, comments) => {
    expect(found(text)).toEqual(comments);
  });

  it.each([
    ['a block scalar', 'a: |\n  # chartlint-disable-file\n'],
    ['a folded scalar', 'a: >-\n  x\n\n  # chartlint-disable-file\n'],
    ['double quotes', 'a: "x\n  # chartlint-disable-file"\n'],
    ['single quotes', "a: ' # chartlint-disable-file'\n"],
    ['a plain text', 'a: x# chartlint-disable-file\n'],
    ['a key', '"# chartlint-disable-file": 1\n'],
    ['the rest of a file that is no YAML', 'a: [\n# chartlint-disable-file\n'],
  ])('finds none in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is not misled by any text in quotes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const values = `a: ${JSON.stringify(`${text} # chartlint-disable-file`)}\nb: 1 # chartlint-enable\n`;
        expect(found(values)).toEqual(['# chartlint-enable']);
      }),
    );
  });
});
