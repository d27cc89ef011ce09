import type { LintFlags } from './lint-flags.ts';

/** What `parseLintFlags` makes of a command line without flags. */
export const NO_FLAGS: LintFlags = {
  values: [],
  set: [],
  setString: [],
  setJson: [],
  setFile: [],
  setLiteral: [],
  failOn: 'error',
  format: [],
  rule: [],
  ignore: [],
};
