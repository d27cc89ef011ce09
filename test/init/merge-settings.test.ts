import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { mergeSettings, recommendExtension } from '../../src/init/merge-settings.ts';

const FILE = '.vscode/settings.json';
const schemas = new Map([['./a.json', ['x/values.yaml', '!y/x/values.yaml']]]);

const merged = (before: string | undefined, customTags: string[] = []): string =>
  mergeSettings(FILE, before, { schemas, customTags });

describe('mergeSettings', () => {
  it('writes a new file', () => {
    expect(merged(undefined, ['!vault scalar'])).toBe(`{
  "yaml.schemas": {
    "./a.json": [
      "x/values.yaml",
      "!y/x/values.yaml"
    ]
  },
  "yaml.customTags": [
    "!vault scalar"
  ]
}
`);
  });

  it('keeps comments, order, trailing commas and layout', () => {
    const before = `{
    // Ours.
    "editor.tabSize": 4, // four
    "yaml.schemas": {
        "b.json": "b.yaml", // b
        /* none */
    },
    "last": [1, 2] // end
}
`;
    expect(merged(before, ['!x scalar'])).toBe(`{
    // Ours.
    "editor.tabSize": 4, // four
    "yaml.schemas": {
        "b.json": "b.yaml", // b
        "./a.json": [
            "x/values.yaml",
            "!y/x/values.yaml"
        ],
        /* none */
    },
    "last": [1, 2], // end
    "yaml.customTags": [
        "!x scalar"
    ]
}
`);
  });

  it('extends lists, and a single glob becomes one', () => {
    const list = '{\n\t"yaml.schemas": {\n\t\t"./a.json": [\n\t\t\t"mine.yaml" // mine\n\t\t]\n\t}\n}';
    expect(merged(list)).toBe(
      '{\n\t"yaml.schemas": {\n\t\t"./a.json": [\n\t\t\t"mine.yaml", // mine\n\t\t\t"x/values.yaml",\n\t\t\t"!y/x/values.yaml"\n\t\t]\n\t}\n}',
    );
    expect(parse(merged('{"yaml.schemas": {"./a.json": "mine.yaml"}}'))).toEqual({
      'yaml.schemas': { './a.json': ['mine.yaml', 'x/values.yaml', '!y/x/values.yaml'] },
    });
  });

  it('extends what stands on one line, and an empty list', () => {
    const text = merged(
      '{"a": 1, "yaml.customTags": [], "yaml.schemas": {"./a.json": ["x/values.yaml"]}}\r\n',
      ['!x scalar'],
    );
    expect(parse(text)).toEqual({
      a: 1,
      'yaml.customTags': ['!x scalar'],
      'yaml.schemas': { './a.json': ['x/values.yaml', '!y/x/values.yaml'] },
    });
  });

  it('comes out as JSON whatever the commas are like', () => {
    for (const before of [
      '{\n  "a": 1\n  ,\n}',
      '{\n  "a": 1\n  , "b": 2\n}',
      '{ }',
      '{\n  // empty\n}',
      '',
    ]) {
      const errors: never[] = [];
      expect(parse(merged(before), errors, { allowTrailingComma: true })).toHaveProperty([
        'yaml.schemas',
        './a.json',
      ]);
      expect(errors).toEqual([]);
    }
  });

  it('changes nothing the second time', () => {
    const once = merged('{\n  "a": 1 // one\n}\n', ['!x scalar']);
    expect(merged(once, ['!x scalar'])).toBe(once);
  });

  it.each(['{ "a": ', '[]', '{ "a": 1 "b": 2 }'])('does not touch %j', (before) => {
    expect(() => merged(before)).toThrow('.vscode/settings.json is not JSON with comments');
  });
});

describe('recommendExtension', () => {
  it('recommends the extension once, unless it is unwanted', () => {
    const once = recommendExtension(FILE, undefined);
    expect(parse(once)).toEqual({ recommendations: ['redhat.vscode-yaml'] });
    expect(recommendExtension(FILE, once)).toBe(once);
    const unwanted = '{"unwantedRecommendations": ["redhat.vscode-yaml"]}';
    expect(recommendExtension(FILE, unwanted)).toBe(unwanted);
  });
});
