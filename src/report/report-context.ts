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
  /** The run, for reports that are looked at later. */
  readonly run?: RunInfo;
  /** Columns that terminal formats may take; 100 when absent. */
  readonly width?: number;
}

/** What a report cannot know by itself about the run that it is of. */
export interface RunInfo {
  /** As it was typed, without secrets. */
  readonly command?: string;
  /** The commit of the work tree, short. */
  readonly commit?: string;
  /** `2026-11-27 12:30 UTC`. */
  readonly date?: string;
}

/** Turns what a run found, without secrets, into the text of one format, with the final line end. */
export type ReportFormat = (shown: ShownResult, tool: ToolInfo, context?: ReportContext) => string;
