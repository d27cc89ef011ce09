import type { FlagOptions, LintFlags } from './lint-flags.ts';

/** What `parseLintFlags` makes of a command line without flags. */
export const NO_FLAGS: LintFlags = {
  values: [],
  apiVersions: [],
  set: [],
  setString: [],
  setJson: [],
  setFile: [],
  setLiteral: [],
  failOn: 'error',
  format: [],
  plugins: true,
  inlineConfig: true,
  rule: [],
  ignore: [],
};

/** What such a command line sets in the options of a run. */
export const NO_OPTIONS: FlagOptions = { overlays: [], sets: [], context: { cluster: {} } };
