import { expect, it } from 'vitest';
import { actionArguments } from '../../src/action/action-arguments.ts';

it.each([
  [{ 'changed-lines': 'true' }, ['--changed-lines']],
  [{ 'changed-lines': 'true', 'changed-only': 'v1.2' }, ['--changed=v1.2', '--changed-lines']],
  [{ 'changed-lines': 'false' }, []],
])('%j', (inputs: Record<string, string>, flags) => {
  expect(actionArguments((name) => inputs[name] ?? '', '')).toEqual([...flags, '--format', 'github']);
});
