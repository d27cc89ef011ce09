import type { DetectedBy } from '../model/chart-profile.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Severity } from '../model/severity.ts';
import { type FormatName, loadFormat } from '../report/formats.ts';
import { maskSecrets } from '../report/mask-secrets.ts';
import type { ReportContext } from '../report/report-context.ts';
import { toolInfo } from './this-tool.ts';

/** A place in a file; line and column count from 1, columns in UTF-16 units. */
export interface ReportPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One problem, as `--format json` has it. */
export interface ReportFinding extends ReportPlace {
  /** `mutable-image-tag`, `schema/type`, `yaml/syntax`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What is wrong, in one clause. */
  readonly problem: string;
  /** Why it matters. */
  readonly why?: string;
  /** What to do. */
  readonly help?: string;
  /** JSON Pointer into the effective values. */
  readonly path: string;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly (ReportPlace & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    /** What it changes, in offsets of UTF-16 units; none where a secret is in it. */
    readonly edits: readonly {
      readonly file: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  };
  /** Link to the documentation of the rule. */
  readonly docs?: string;
}

/** What a run found: what `--format json` prints (`schemas/report.schema.json`), as an object. No secret is in it. */
export interface LintReport {
  readonly version: 1;
  readonly tool: { readonly name: 'chartlint'; readonly version: string };
  readonly releases: readonly {
    readonly chart: string | null;
    readonly version: string | null;
    readonly detectedBy: DetectedBy;
    readonly kind?: string;
    readonly namedForProduction?: string;
    readonly files: readonly string[];
  }[];
  /** By file, line, column and rule. */
  readonly findings: readonly ReportFinding[];
  readonly summary: {
    readonly files: number;
    readonly releases: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly fixable: number;
    readonly suppressed: number;
  };
  /** The report as the command line prints it: `pretty`, `markdown`, `sarif`, `html` … */
  format(name: FormatName, context?: ReportContext): Promise<string>;
}

/** What a run found, for programs. */
export async function lintReport(result: LintResult): Promise<LintReport> {
  const shown = maskSecrets(result);
  const format: LintReport['format'] = async (name, context) =>
    (await loadFormat(name))(shown, toolInfo, context);
  const report = JSON.parse(await format('json')) as Omit<LintReport, 'format'>;
  // Not enumerable, so that the report is plain data for whoever prints, stores or compares it.
  return Object.defineProperty(report, 'format', { value: format }) as LintReport;
}
