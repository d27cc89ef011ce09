import type { Commands } from './command-module.ts';

/** Commands besides linting, in the order of `--help`; each is loaded only when it is named. */
export const COMMANDS: Commands = {
  init: () => import('./run-init.ts'),
  rules: () => import('./run-rules.ts'),
  explain: () => import('./run-explain.ts'),
  why: () => import('./run-why.ts'),
  values: () => import('./run-values.ts'),
  render: () => import('./run-render.ts'),
  diff: () => import('./run-diff.ts'),
  drift: () => import('./run-drift.ts'),
  schema: () => import('./run-schema.ts'),
  types: () => import('./run-types.ts'),
  'merge-reports': () => import('./run-merge-reports.ts'),
  completion: () => import('./run-completion.ts'),
};
