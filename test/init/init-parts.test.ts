import { describe, expect, it } from 'vitest';
import { addModeline, relativePath } from '../../src/init/add-modeline.ts';
import { customTags } from '../../src/init/custom-tags.ts';
import { schemaFiles } from '../../src/init/schema-files.ts';
import { schemaGlobs } from '../../src/init/schema-globs.ts';
import type { SurveyedChart, SurveyedFile } from '../../src/init/surveyed-file.ts';

describe('addModeline', () => {
  it('goes to the top, in the line ends of the file, behind a byte order mark', () => {
    expect(addModeline('a/v.yaml', 'x: 1\n', 's.json')).toBe(
      '# yaml-language-server: $schema=../s.json\nx: 1\n',
    );
    expect(addModeline('v.yaml', '\uFEFFx: 1\r\n', 's.json')).toBe(
      '\uFEFF# yaml-language-server: $schema=s.json\r\nx: 1\r\n',
    );
  });

  it('renews a comment of ours and leaves one of somebody else', () => {
    const ours = '# note\n# yaml-language-server: $schema=../.chartlint/schemas/old.json\nx: 1\n';
    expect(addModeline('a/v.yaml', ours, '.chartlint/schemas/new.json')).toBe(ours.replace('old', 'new'));
    const other = '# yaml-language-server: $schema=https://e.org/s.json\nx: 1\n';
    expect(addModeline('a/v.yaml', other, '.chartlint/schemas/new.json')).toBe(other);
  });

  it.each([
    ['a/b/v.yaml', 'a/c/s.json', '../c/s.json'],
    ['a/v.yaml', 'a/s.json', 's.json'],
    ['a', 'a/s.json', 'a/s.json'],
    ['a/b/c.yaml', 's.json', '../../s.json'],
  ])('from %s to %s', (from, to, path) => {
    expect(relativePath(from, to)).toBe(path);
  });
});

describe('customTags', () => {
  it('finds the tags that values use and their kinds', () => {
    const text =
      'a: !vault abc\nb: !env [x]\nc: !merge\n  d: 1\nl:\n  - !vault x\n# e: !no x\nf: "!no x"\ng: a !no x\nh: !! x\ni: !!str x\n';
    expect(customTags([text, 'a: !vault y'])).toEqual(['!env sequence', '!merge mapping', '!vault scalar']);
  });
});

describe('schemaFiles', () => {
  const shop: SurveyedChart = { name: 'shop', target: 'charts/shop', describesDefaults: true };
  const file = (name: string, chart: SurveyedChart | undefined, isDefaults = false): SurveyedFile => ({
    file: name,
    text: '',
    chart,
    isDefaults,
    beside: [],
    provided: [],
  });

  it('tells the values of a chart from what is laid over them, and charts of the same name apart', () => {
    const other = { ...shop, target: 'old/shop' };
    const { schemaOf, wanted } = schemaFiles([
      file('charts/shop/values.yaml', shop, true),
      file('charts/shop/values-prod.yaml', shop),
      file('old/shop/values-prod.yaml', other),
      file('deploy/prod.values.yaml', shop),
      file('unknown.values.yaml', undefined),
    ]);
    expect(Object.fromEntries(schemaOf)).toEqual({
      'charts/shop/values.yaml': '.chartlint/schemas/shop.values.schema.json',
      'charts/shop/values-prod.yaml': '.chartlint/schemas/shop.overlay.schema.json',
      'old/shop/values-prod.yaml': '.chartlint/schemas/shop-2.overlay.schema.json',
      'deploy/prod.values.yaml': '.chartlint/schemas/shop.overlay.schema.json',
    });
    const nothing = { beside: [], provided: [] };
    expect(wanted).toEqual([
      {
        file: '.chartlint/schemas/shop-2.overlay.schema.json',
        target: 'old/shop',
        overlay: true,
        ...nothing,
      },
      {
        file: '.chartlint/schemas/shop.overlay.schema.json',
        target: 'charts/shop',
        overlay: true,
        ...nothing,
      },
      {
        file: '.chartlint/schemas/shop.values.schema.json',
        target: 'charts/shop',
        overlay: false,
        ...nothing,
      },
    ]);
  });

  it("uses the chart's own schema where it says everything, and none where there is nothing to say", () => {
    const own = { ...shop, ownSchema: 'charts/shop/values.schema.json' };
    expect(schemaFiles([file('charts/shop/values.yaml', own, true)])).toEqual({
      schemaOf: new Map([['charts/shop/values.yaml', 'charts/shop/values.schema.json']]),
      wanted: [],
    });
    const bare = { ...shop, describesDefaults: false };
    expect(schemaFiles([file('charts/shop/values.yaml', bare, true)]).schemaOf.size).toBe(0);
  });
});

describe('schemaGlobs', () => {
  it('takes out files of other charts that end alike', () => {
    const schemaOf = new Map([
      ['values.yaml', 'a.json'],
      ['sub/values.yaml', 'b.json'],
    ]);
    expect(
      schemaGlobs(schemaOf, ['values.yaml', 'sub/values.yaml', 'x/my-values.yaml', 'y/values.yaml']),
    ).toEqual(
      new Map([
        ['./a.json', ['values.yaml', '!sub/values.yaml', '!y/values.yaml']],
        ['./b.json', ['sub/values.yaml']],
      ]),
    );
  });
});
