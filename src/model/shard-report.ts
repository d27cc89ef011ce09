import type { DetectedBy } from './chart-profile.ts';
import type { FindingId } from './check-id.ts';
import type { Position } from './line-index.ts';
import type { Severity } from './severity.ts';

/** A report of `--format json` as `schemas/report.schema.json` describes it. */
export interface JsonReport {
  readonly tool: { readonly version: string };
  readonly releases: readonly JsonRelease[];
  readonly findings: readonly JsonFinding[];
  readonly summary: { readonly files: number; readonly ofDefaults?: number };
  /** Undefined in the report of a whole run. */
  readonly shard?: JsonShard;
}

/** The report of one part of a run. */
export interface ShardReport extends JsonReport {
  readonly shard: JsonShard;
}

interface JsonRelease {
  readonly chart: string | null;
  readonly version: string | null;
  readonly detectedBy: DetectedBy;
  readonly stack?: string;
  readonly kind?: string;
  readonly namedForProduction?: string;
  readonly files: readonly string[];
}

/** A place in a file. */
export interface JsonPlace extends Position {
  readonly file: string;
}

/** One finding, with its columns in UTF-16 units. */
export interface JsonFinding extends JsonPlace {
  readonly rule: FindingId;
  readonly severity: Severity;
  readonly message: string;
  /** What is wrong, in one clause. */
  readonly problem: string;
  /** Why it matters. */
  readonly why?: string;
  /** What to do. */
  readonly help?: string;
  readonly path: string;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly safe: boolean;
    /** As offsets of UTF-16 units. */
    readonly edits: readonly {
      readonly file: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  };
}

/** What a finding has beyond the contract. */
export interface FindingDetails {
  /** Where its related places end. */
  readonly relatedEnds: readonly Position[];
}

interface JsonShard {
  readonly index: number;
  readonly count: number;
  readonly plan: string;
  readonly releases: readonly { readonly order: number; readonly title: string | null }[];
  readonly details: readonly FindingDetails[];
  readonly suppressed: readonly {
    readonly by: 'comment' | 'baseline';
    readonly reason?: string;
    readonly details: FindingDetails;
    readonly finding: JsonFinding;
  }[];
  /** How many findings `--quiet` left out. */
  readonly quieted?: { readonly warnings: number; readonly infos: number };
  /** Whether anything was masked. */
  readonly hasSecrets: boolean;
  readonly sources: readonly {
    readonly file: string;
    readonly checksum: string;
    readonly secrets: readonly (readonly [number, number])[];
  }[];
}
