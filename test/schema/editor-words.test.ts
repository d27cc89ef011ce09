import { describe, expect, it } from 'vitest';
import { addEditorWords } from '../../src/schema/add-editor-words.ts';
import { describeEnum } from '../../src/schema/describe-enum.ts';
import { editorMarkdown } from '../../src/schema/editor-markdown.ts';

describe('describeEnum', () => {
  it.each([
    [
      ['create', 'existing'],
      'create runs a server from db.create; existing connects to one. Others fail.',
      ['runs a server from db.create', 'connects to one'],
    ],
    [
      ['minio', 's3', 'gcs'],
      'Kind: minio (any with an address), s3 (AWS) or gcs (Google, too).',
      ['any with an address', 'AWS', 'Google, too'],
    ],
    [['a', 'b'], 'a needs x, b needs y.', ['needs x', 'needs y']],
    [['Always', 'Never'], 'When the image is pulled. Never uses what is there.', ['', 'uses what is there']],
    [['a.b', 'ab'], 'ab is not, a.b does.', ['does', '']],
  ])('%j in %j', (values, description, expected) => {
    expect(describeEnum(values, description)).toEqual(expected);
  });

  it.each([
    [['nginx', 'traefik'], 'Ingress class; leave it nginx while traefik is away.'],
    [['dev', 'prod'], 'Which entry of environments counts, dev or prod.'],
    [[1, 2], '1 is odd; 2 is even.'],
  ])('has nothing to say about %j in %j', (values, description) => {
    expect(describeEnum(values, description)).toBeUndefined();
  });
});

describe('editorMarkdown', () => {
  it.each([
    ['set image.tag or services.*.port', 'set `image.tag` or `services.*.port`'],
    ['the key a_b* of <name> [x]', 'the key a\\_b\\* of \\<name\\> \\[x\\]'],
    ['the class, e.g. nginx', 'the class, e.g. nginx'],
    ['keep `a.b_c` as it is', 'keep `a.b_c` as it is'],
    ['cert-manager.io/cluster-issuer names one.', '`cert-manager.io/cluster-issuer` names one.'],
    ['one\ntwo', 'one  \ntwo'],
    [
      'see https://kubernetes.io/docs/concepts/x_y/#a-b.',
      'see https://kubernetes.io/docs/concepts/x_y/#a-b.',
    ],
    ['[the docs](https://helm.sh/docs_v3) say', '[the docs](https://helm.sh/docs_v3) say'],
  ])('%j', (words, markdown) => {
    expect(editorMarkdown(words)).toBe(markdown);
  });
});

describe('addEditorWords', () => {
  it('shows the default, but never of a secret', () => {
    const schema = { description: 'Words.', default: 'x' };
    expect(addEditorWords(schema)).toEqual({
      ...schema,
      markdownDescription: 'Words.\n\nDefault: `"x"`',
    });
    const secret = { ...schema, 'x-chartlint': { secret: true } };
    expect(addEditorWords(secret)).toEqual({ ...secret, markdownDescription: 'Words.' });
  });

  it("says what has no effect, what is deprecated and what a pattern means, in the author's words", () => {
    expect(addEditorWords({ 'x-chartlint': { dead: 'Set b.c.', docs: 'https://e.org' } })).toMatchObject({
      markdownDescription: '**No effect.** Set b.c.\n\n[Documentation](https://e.org)',
    });
    expect(addEditorWords({ 'x-chartlint': { replacedBy: '/a/b' } })).toMatchObject({
      deprecationMessage: 'Deprecated: use a.b.',
      markdownDescription: '**Deprecated.** Use `a.b`.',
    });
    expect(addEditorWords({ default: '', 'x-chartlint': { replacedBy: '/a/b' } })).not.toHaveProperty(
      'deprecationMessage',
    );
    expect(addEditorWords({ pattern: 'a', 'x-chartlint': { message: 'not an a; write a' } })).toMatchObject({
      patternErrorMessage: 'Not an a; write a.',
    });
  });

  it('keeps what the author of the schema wrote for editors', () => {
    const schema = {
      description: 'Words.',
      markdownDescription: '*Words*',
      enum: ['a'],
      enumDescriptions: ['A'],
    };
    expect(addEditorWords({ properties: { a: schema } })).toEqual({ properties: { a: schema } });
  });
});
