import type { FileSettings } from '../config/file-settings.ts';
import type { ProjectSettings } from '../config/project-settings.ts';

/** What decides which chart a file is for, beside the file itself. */
export interface ChartChoice {
  /** Relative paths of flags start here. */
  readonly cwd: string;
  /** Name of a shipped chart, or a chart directory. */
  readonly chart?: string;
  /** A JSON Schema file. */
  readonly schema?: string;
  /** A file that holds the chart's own values, in place of what is known of them. */
  readonly defaults?: string;
  /** What the configuration says about single files, and the folder where its paths start. */
  readonly settings?: FileSettings & ProjectSettings;
}
