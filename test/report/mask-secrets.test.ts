import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/model/fix.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource, flagSource } from '../../src/model/source.ts';
import type { Span } from '../../src/model/span.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { maskSpans } from '../../src/report/mask-spans.ts';
import { cleanResult, crowdedResult, MULTILINE_SECRET, PASSWORD, richResult } from './rich-result.ts';

const FILE = 'values.yaml';

/** A result with one secret in one file, and a finding with the fix. */
function resultWith(text: string, secret: Span, fix?: Fix): LintResult {
  const span = { source: fileSource(FILE), start: 0, end: 1 };
  return {
    ...cleanResult,
    sources: new Map([[FILE, text]]),
    secrets: new Map([[secret.source.id, [secret]]]),
    findings: [
      {
        rule: ruleIdOf({ id: 'r' }),
        severity: 'error',
        problem: 'm',
        path: '',
        span,
        related: [],
        ...(fix ? { fix } : {}),
      },
    ],
  };
}

const spanOf = (text: string, part: string): Span => ({
  source: fileSource(FILE),
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

function fixOf(text: string, secret: string, edits: Fix['edits'], title = 'Mend it'): Fix {
  const result = resultWith(text, spanOf(text, secret), { title, safe: true, edits });
  return maskSecrets(result).findings[0]!.fix!;
}

describe('maskSpans', () => {
  it('keeps length, line ends and indentation', () => {
    const text = 'key: |\r\n    one 😀\n\ttwo\nrest';
    const masked = maskSpans(text, [{ source: fileSource(FILE), start: 5, end: text.indexOf('\nrest') }]);
    expect(masked).toBe('key: •\r\n    ••••••\n\t•••\nrest');
    expect(masked).toHaveLength(text.length);
  });

  it('takes spans in any order, also when they overlap or are empty', () => {
    const span = (start: number, end: number) => ({ source: fileSource(FILE), start, end });
    expect(maskSpans('abcdefgh', [span(6, 7), span(1, 4), span(2, 3), span(3, 5), span(0, 0)])).toBe(
      'a••••f•h',
    );
  });
});

describe('maskSecrets', () => {
  it('gives back a result without secrets as it is', () => {
    expect(maskSecrets(cleanResult)).toEqual({ ...cleanResult, secrets: new Map() });
  });

  it('leaves no trace of a secret in sources, names and fixes', () => {
    const { sources, findings, suppressed } = maskSecrets(richResult);
    const all = JSON.stringify([[...sources], findings, suppressed]);
    for (const secret of [PASSWORD, ...MULTILINE_SECRET]) expect(all).not.toContain(secret);
    expect(findings[1]!.span.source.shown).toBe(`--set auth.password=${'•'.repeat(PASSWORD.length)}`);
    expect(sources.has(findings[1]!.span.source.shown)).toBe(true);
  });

  it('masks the name of a flag whose text is not in the sources', () => {
    const file = '--set a=secret';
    const result = resultWith('', { source: flagSource(file), start: 8, end: 14 });
    const [finding] = result.findings;
    const masked = maskSecrets({
      ...result,
      findings: [{ ...finding!, span: { source: flagSource(file), start: 8, end: 14 } }],
    });
    expect(masked.findings[0]!.span.source.shown).toBe('--set a=••••••');
  });

  it('leaves the name of a file alone', () => {
    const result = resultWith('', { source: fileSource('gone.yaml'), start: 0, end: 4 });
    const [finding] = result.findings;
    const span = { source: fileSource('gone.yaml'), start: 0, end: 4 };
    expect(maskSecrets({ ...result, findings: [{ ...finding!, span }] }).findings[0]!.span).toEqual(span);
  });

  const text = 'password: "s3cret"\nother: 1\n';

  it.each([
    ['writes the secret elsewhere', [{ span: spanOf(text, '1'), text: 's3cret' }]],
    ['writes it inside other text', [{ span: spanOf(text, '1'), text: '{ a: s3cret }' }]],
    ['replaces it', [{ span: spanOf(text, '"s3cret"'), text: "'x'" }]],
    ['replaces what holds it', [{ span: spanOf(text, text), text: 'x' }]],
  ])('drops the edits of a fix that %s', (_name, edits) => {
    expect(fixOf(text, '"s3cret"', edits)).toEqual({ title: 'Mend it', safe: true, edits: [] });
  });

  it.each([
    ['deletes the secret', [{ span: spanOf(text, 'password: "s3cret"\n'), text: '' }]],
    ['is about something else', [{ span: spanOf(text, '1'), text: '2' }]],
  ])('keeps the edits of a fix that %s', (_name, edits) => {
    expect(fixOf(text, '"s3cret"', edits).edits).toEqual(edits);
  });

  it('masks titles, short secrets as whole words only', () => {
    expect(fixOf(text, '"s3cret"', [], 'Move s3cret away').title).toBe('Move •••••• away');
    expect(fixOf('pin: on\n', 'on', [], 'Turn on one option').title).toBe('Turn •• one option');
    expect(fixOf('pin: abcd\n', 'abcd', [], 'Move xabcdx').title).toBe('Move x••••x');
  });

  it('knows each line of a block of text, not its header', () => {
    const block = 'key: |-\n  first-line\n  second-line\n';
    const secret = '|-\n  first-line\n  second-line';
    expect(fixOf(block, secret, [], 'Write "first-line\\nsecond-line" |-').title).toBe(
      'Write "••••••••••\\n•••••••••••" |-',
    );
  });

  it('takes time in proportion to secrets and findings', () => {
    const crowd = crowdedResult(6_000);
    const [file, text] = [...crowd.sources][0]!;
    const spans = [...text.matchAll(/value \d+/g)].map(({ index, 0: value }) => ({
      source: fileSource(file),
      start: index,
      end: index + value.length,
    }));
    const edits = (i: number) => [
      { span: { source: fileSource(file), start: i, end: i + 1 }, text: 'some text that is no secret' },
    ];
    const findings = crowd.findings.map((finding, i) => ({
      ...finding,
      fix: { title: 'Rename the key to what the chart reads', safe: true, edits: edits(i) },
    }));
    maskSecrets({ ...crowd, findings, secrets: new Map([[file, spans]]) });
    // 18,000 findings, 6,000 secrets: about 0.1 s; a comparison of each with each takes many times the limit.
  });
});
