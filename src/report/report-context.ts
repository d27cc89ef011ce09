import type { ShownResult } from './shown-result.ts';
import type { Style } from './style.ts';
import type { ToolInfo } from './tool-info.ts';

/** What a report may know about the place where it is made; given by the shell. */
export interface ReportContext {
  /**
   * The working directory relative to the repository root, forward slashes, `deploy/charts`; empty at the root. Formats
   * that a forge reads (SARIF, GitHub, GitLab) put it in front of file names.
   */
  readonly pathPrefix?: string;
  /** How terminal formats mark text; plain when absent. */
  readonly style?: Style;
  /** Whether terminal formats say how often each rule found something. */
  readonly statistics?: boolean;
  /** Columns that terminal formats may take; 100 when absent. */
  readonly width?: number;
}

/** Turns what a run found, without secrets, into the text of one format, with the final line end. */
export type ReportFormat = (shown: ShownResult, tool: ToolInfo, context?: ReportContext) => string;
