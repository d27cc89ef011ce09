import type { Policy } from '../config/policy.ts';
import type { Finding } from '../model/finding.ts';
import type { LintedRelease } from '../model/lint-result.ts';
import type { ReleaseId } from '../model/release-id.ts';
import type { Span } from '../model/span.ts';
import { type AssembledRelease, assembleRelease } from './assemble-release.ts';
import { withoutRefused } from './conflict-findings.ts';
import type { ReleaseInput } from './release-input.ts';
import { runRules } from './run-rules.ts';
import { secretSpans } from './secret-spans.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import { type SchemaFinding, validateRelease } from './validate-release.ts';

/** What linting one release has found. Plain data: it keeps nothing of the release itself alive. */
export interface ReleaseFindings {
  /** See `ReleaseInput`. */
  readonly id: ReleaseId;
  readonly name: string;
  readonly release: LintedRelease;
  readonly findings: readonly Finding[];
  /** Where its files and flags write secrets. */
  readonly secrets: readonly Span[];
}

/** Validates a release and runs the rules over it. What comments and the configuration say comes later. */
export function lintRelease(input: ReleaseInput, policy: Policy): ReleaseFindings {
  const assembled = assembleRelease(input);
  return {
    id: input.id,
    name: input.name,
    release: describe(input),
    findings: findingsOf(assembled, input, policy),
    secrets: secretSpans(assembled.release),
  };
}

function findingsOf(assembled: AssembledRelease, input: ReleaseInput, policy: Policy): Finding[] {
  const schemaFindings = validateRelease(assembled, input);
  const ruleFindings = runRules(assembled.release, input.chart?.rules ?? [], policy);
  const schemaSays = withoutCovered(schemaFindings, ruleFindings);
  const enforced = input.schema?.enforcedByHelm ?? true;
  const merging = withoutRefused(assembled.findings, schemaSays);
  return [...merging, ...settleOverlaps(schemaSays, ruleFindings, policy.rules, enforced)];
}

/** Drops schema findings about which a rule has spoken. */
function withoutCovered(
  schemaFindings: readonly SchemaFinding[],
  ruleFindings: readonly Finding[],
): Finding[] {
  const spoken = new Set(ruleFindings.map(({ rule }) => rule));
  return schemaFindings
    .filter(({ coveredBy }) => coveredBy === undefined || !spoken.has(coveredBy))
    .map(({ finding }) => finding);
}

function describe({ chart, detectedBy, stack, files }: ReleaseInput): LintedRelease {
  const { name, title, version } = chart ?? {};
  return { chart: name, title, version, detectedBy, ...(stack === undefined ? {} : { stack }), files };
}
