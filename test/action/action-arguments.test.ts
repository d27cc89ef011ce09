import { expect, it } from 'vitest';
import { actionArguments } from '../../src/action/action-arguments.ts';

it.each([
  [{ 'changed-lines': 'true' }, ['--changed-lines']],
  [{ 'changed-lines': 'true', 'changed-only': 'v1.2' }, ['--changed=v1.2', '--changed-lines']],
  [{ 'changed-lines': 'false' }, []],
  [{ 'helm-version': '3.14.0', preset: 'strict' }, ['--helm-version', '3.14.0', '--preset', 'strict']],
  [{ baseline: 'known.json', cache: 'false' }, ['--baseline', 'known.json']],
  [{ cache: 'true' }, ['--cache']],
  [{ cache: '.cache/chartlint' }, ['--cache-location', '.cache/chartlint']],
  [{ args: '--no-color\n--set\na=b c\n' }, ['--no-color', '--set', 'a=b c']],
])('%j', (inputs: Record<string, string>, flags) => {
  expect(actionArguments((name) => inputs[name] ?? '', '', inputs.args)).toEqual([
    ...flags,
    '--format',
    'github',
  ]);
});
