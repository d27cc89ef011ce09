import type { Severity } from '../model/severity.ts';

/** What reports say about the program and its rules; given by the shell, so that formats stay pure. */
export interface ToolInfo {
  readonly version: string;
  /** Where to read about the program. */
  readonly homepage?: string;
  /** What is known about a rule or a schema or parser check; undefined for ids that nobody registered. */
  rule(id: string): RuleInfo | undefined;
  /** Link to the documentation of a rule; undefined when there is none. */
  docs(id: string): string | undefined;
}

export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
}
