import { expect, it } from 'vitest';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { formatPretty } from '../../src/report/pretty.ts';
import { cleanResult, richResult, tool } from './rich-result.ts';

const [finding] = richResult.findings;
const { fix: _, ...plain } = finding!;

/** The labels of the notes of findings of one place, in order. */
function notes(...texts: { problem: string; why: string; help: string }[]): string[] {
  const findings = texts.map((text) => ({ ...plain, related: [], ...text }));
  const shown = maskSecrets({ ...cleanResult, sources: richResult.sources, findings });
  return Array.from(
    formatPretty(shown, tool).matchAll(/^.*\[.*\]: (.*)$|= (\w+): (.*)$/gm),
    ([, problem, label, text]) => problem ?? `${label} ${text}`,
  );
}

it('says why and what to do once for findings of one place that share them', () => {
  const shared = { why: 'It is refused.', help: 'Write 1.' };
  expect(notes({ problem: 'one', ...shared }, { problem: 'two', ...shared })).toEqual([
    'one',
    'two',
    'why It is refused.',
    'help Write 1.',
  ]);
});

it('says both where they differ', () => {
  const one = { problem: 'one', why: 'It is refused.', help: 'Write 1.' };
  const two = { problem: 'two', why: 'It is refused.', help: 'Write 2.' };
  expect(notes(one, two)).toEqual([
    'one',
    'why It is refused.',
    'help Write 1.',
    'two',
    'why It is refused.',
    'help Write 2.',
  ]);
});
