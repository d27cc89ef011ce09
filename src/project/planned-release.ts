import type { Stack } from '../config/config.ts';
import type { ReleaseId } from '../model/release-id.ts';

/** A release before anything of it is read. Plain data. */
export interface PlannedRelease {
  readonly id: ReleaseId;
  /** Absolute, weakest first; those of the flags come over them. Standard input stands where its file would lie. */
  readonly files: readonly string[];
  readonly stack?: Stack;
  /** Absolute: the folder of a chart that has no values file to find it by. */
  readonly chart?: string;
  /** Where the chart that a manifest names may lie, absolute; told only where changes decide what is linted. */
  readonly chartFolders?: readonly string[];
  /** Something that the manifest names is not here; told only where changes decide what is linted. */
  readonly lacks?: boolean;
  /** The manifest that makes it a release, absolute; `files` are all that decide about it then. */
  readonly manifest?: string;
}
