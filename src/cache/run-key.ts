import path from 'node:path';
import { contentHash } from '../files/content-hash.ts';
import { executableBuild } from '../files/executable-build.ts';

/** Raised when what is kept changes its form. */
const FORMAT = 3;

/** Variables of the environment that change what a run prints. */
export const ENVIRONMENT = [
  'NO_COLOR',
  'FORCE_COLOR',
  'TERM',
  'CHARTLINT_DEBUG',
  'GITHUB_ACTIONS',
  'TF_BUILD',
  'TEAMCITY_VERSION',
  'CHARTLINT_HELM_VERSION',
  'CHARTLINT_NAMESPACE',
] as const;

/** What a run is started with. */
export interface RunStart {
  /** The command line behind `chartlint`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** The width of the terminal. */
  readonly columns?: number;
}

/** Where a run that starts so is kept. Flags may carry secrets, so nothing of them can be read from the name. */
export function runFile({ args, cwd, env, isTerminal, columns }: RunStart, folder: string): string {
  const variables = ENVIRONMENT.map((name) => env[name] ?? null);
  const terminal = isTerminal ? (columns ?? true) : false;
  const key = [
    FORMAT,
    executableBuild,
    process.version,
    process.platform,
    process.arch,
    cwd,
    terminal,
    variables,
    args,
  ];
  return path.join(folder, 'chartlint-runs', `${contentHash(JSON.stringify(key))}.bin`);
}
