import { describe, expect, it } from 'vitest';
import { isFitToKeep } from '../../src/cli/is-fit-to-keep.ts';
import type { Finding } from '../../src/model/finding.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource } from '../../src/model/source.ts';

const TEXT = 'password: 0777123\nreplicas: 2\n';
const secret = { source: fileSource('values.yaml'), start: 10, end: 17 };
const replicas = { source: fileSource('values.yaml'), start: 28, end: 29 };
const texts = new Map([['values.yaml', TEXT]]);

function finding(title: string, span: typeof secret, text: string): Finding {
  const fix = { title, safe: true, edits: [{ span, text }] };
  return {
    rule: ruleIdOf({ id: 'a' }),
    severity: 'warning',
    problem: 'b',
    span,
    path: '/c',
    related: [],
    fix,
  };
}

describe('isFitToKeep', () => {
  it.each([
    ['a fix that replaces a secret', finding('Quote it', secret, '"x"'), false],
    ['a fix that writes a secret', finding('Quote it', replicas, '"0777123"'), false],
    ['a title with a secret', finding('Write 0777123', replicas, '3'), false],
    ['any other fix', finding('Add one', replicas, '3'), true],
  ])('%s', (_, one, expected) => {
    expect(isFitToKeep({ findings: [one], secrets: [secret] }, texts)).toBe(expected);
  });
});
