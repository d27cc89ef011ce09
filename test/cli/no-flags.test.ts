import { expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/format-report.ts';
import { parseLintFlags } from '../../src/cli/lint-flags.ts';
import { NO_FLAGS, NO_OPTIONS } from '../../src/cli/no-flags.ts';

it('is what the parser makes of a command line without flags', () => {
  const io = { cwd: '/', env: {}, isTerminal: false, stdout() {}, stderr() {}, readStdin: async () => '' };
  expect(parseLintFlags(['values.yaml'], io, '0.0.0', FORMATS)).toEqual({
    paths: ['values.yaml'],
    flags: NO_FLAGS,
    options: NO_OPTIONS,
  });
});
