import { expect, it } from 'vitest';
import { failureFinding } from '../../src/lint/failure-finding.ts';
import { LimitReached } from '../../src/model/limit-reached.ts';
import { ReadFailure } from '../../src/model/read-failure.ts';
import { fileSource } from '../../src/model/source.ts';

const source = fileSource('shop/values.yaml', '/work/shop/values.yaml');

it.each([
  [new TypeError('x is not a function'), 'chart/failed', 'error', 'chartlint failed at rendering the chart'],
  ['a text', 'chart/failed', 'error', 'chartlint failed at rendering the chart'],
  [new RangeError('Maximum call stack size exceeded'), 'chart/failed', 'error', 'nested too deep'],
  [
    new LimitReached('chartFiles', 'the chart has more than 2 files'),
    'chart/limit',
    'warning',
    '(limit "chartFiles")',
  ],
  [
    new ReadFailure('/work/shop/a.tpl', 'shop/a.tpl', 'EIO', 'the disk has an error'),
    'files/unreadable',
    'error',
    '"a.tpl" cannot be read: the disk has an error',
  ],
])('tells %s as %s', (error, rule, severity, words) => {
  const finding = failureFinding(error, 'rendering the chart', source);
  expect(finding).toMatchObject({ rule, severity });
  expect(finding.problem).toContain(words);
  expect(finding.why).toContain('not known');
  expect(finding.span.source.shown).toBe(error instanceof ReadFailure ? 'shop/a.tpl' : 'shop/values.yaml');
});

it('is none of wrong use', () => {
  const error = Object.assign(new Error('a flag'), { name: 'UsageError' });
  expect(() => failureFinding(error, 'rendering the chart')).toThrow('a flag');
});
