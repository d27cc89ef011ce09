import path from 'node:path';
import { type LintReport, lintReport } from '../api/lint-report.ts';
import { releaseOptions } from '../cli/release-flags.ts';
import { shipped } from '../cli/shipped.ts';
import type { SeveritySetting } from '../config/config.ts';
import { UsageError } from '../files/usage-error.ts';
import { lintRun } from '../session/lint-run.ts';
import { openSession } from '../session/open-session.ts';

export type {
  LintReport,
  ReportFinding,
  ReportPlace,
} from '../api/lint-report.ts';
export { UsageError };

/** How files are linted; the same as the flags of the command line. */
export interface LintFilesOptions {
  /** Where relative paths start; the working directory of the process by default. */
  readonly cwd?: string;
  /** Values files laid over each linted one, as `helm -f` does. */
  readonly overlays?: readonly string[];
  /** `--set` flags, `image.tag=1.2`. */
  readonly set?: readonly string[];
  /** Name of a chart that chartlint knows, or a chart directory. */
  readonly chart?: string;
  /** A JSON Schema file. */
  readonly schema?: string;
  /** A configuration file; false for none. By default it is searched for at and above the files. */
  readonly config?: string | false;
  readonly preset?: string;
  readonly rules?: Readonly<Record<string, SeveritySetting>>;
  /** Globs of files to leave out. */
  readonly ignore?: readonly string[];
  readonly environment?: string;
  /** The network plugin of the cluster. */
  readonly cni?: string;
  readonly helmVersion?: string;
  /** As `--kube-version`: `1.33`. */
  readonly kubeVersion?: string;
  /** As `--api-versions`. */
  readonly apiVersions?: readonly string[];
  readonly releaseName?: string;
  readonly namespace?: string;
  /** A baseline file; false for none, also when the configuration names one. */
  readonly baseline?: string | false;
  /** Apply the safe fixes (`true`) or all of them (`unsafe`), and write the files. */
  readonly fix?: boolean | 'unsafe';
}

/**
 * Lints values files on disk: files, directories or globs; the working directory by default. Rejects with a `UsageError` for
 * what the command line would end with exit code 2: a path that cannot be read, a broken configuration.
 */
export async function lint(
  paths: readonly string[] = [],
  options: LintFilesOptions = {},
): Promise<LintReport> {
  const { overlays = [], set = [], chart, schema, environment, cni, helmVersion, fix, baseline } = options;
  const fixes = { fix: fix === true, fixUnsafe: fix === 'unsafe' };
  const { session, edits } = await openSession(
    {
      options: {
        cwd: path.resolve(options.cwd ?? process.cwd()),
        inputs: paths,
        overlays,
        sets: set.map((text) => ({ kind: 'set', text })),
        ...(chart === undefined ? {} : { chart }),
        ...(schema === undefined ? {} : { schema }),
        ...(helmVersion === undefined ? {} : { helmVersion }),
        ...releaseOptions({ ...options, apiVersions: options.apiVersions ?? [] }),
        context: {
          ...(environment === undefined ? {} : { environment }),
          cluster: cni === undefined ? {} : { cni },
        },
      },
      flags: {
        rule: Object.entries(options.rules ?? {}),
        ignore: options.ignore ?? [],
        ...(options.config === undefined ? {} : { config: options.config }),
        ...(options.preset === undefined ? {} : { preset: options.preset }),
      },
      shipped,
    },
    fixes,
  );
  const { result } = await lintRun(
    session,
    { ...fixes, ...(baseline === undefined ? {} : { baseline }) },
    edits,
  );
  const failed = result.fixes?.unwritten.filter(({ isFailure }) => isFailure) ?? [];
  if (failed.length > 0) {
    throw new UsageError(
      failed.map(({ source, reason }) => `"${source.shown}" cannot be written: ${reason}`).join('\n'),
    );
  }
  return lintReport(result);
}
