import type { Finding } from '../model/finding.ts';
import type { RuleHead } from '../model/rule.ts';
import { compareSeverity } from '../model/severity.ts';

/**
 * One finding where the schema and a rule (`yieldsTo`) say the same of one value. When Helm enforces the schema, its finding
 * stays, because Helm refuses the values before any template sees them; else the rule's, which knows what would happen. The
 * graver severity counts either way, and a fix is kept. Where something that a rule is `silentAfter` has spoken, the rule's is dropped.
 */
export function settleOverlaps(
  schemaFindings: readonly Finding[],
  ruleFindings: readonly Finding[],
  rules: readonly RuleHead[],
  enforcedByHelm: boolean,
): Finding[] {
  if (ruleFindings.length === 0) return [...schemaFindings];
  const found = new Set<string>(ruleFindings.map(({ rule }) => rule));
  const speaking = rules.filter(({ id }) => found.has(id));
  const yieldsTo = new Map<string, readonly string[]>(speaking.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  const bySchema = new Map(schemaFindings.map((finding) => [`${finding.rule} ${finding.path}`, finding]));
  const silentAfter = new Map<string, readonly string[]>(
    speaking.map((rule) => [rule.id, rule.silentAfter ?? []]),
  );
  const spoken = new Set([...schemaFindings, ...ruleFindings].map(({ rule, path }) => `${rule} ${path}`));
  const settled = new Map<Finding, Finding | undefined>();
  for (const finding of ruleFindings) {
    if (silentAfter.get(finding.rule)?.some((id) => spoken.has(`${id} ${finding.path}`))) {
      settled.set(finding, undefined);
      continue;
    }
    const overlap = yieldsTo
      .get(finding.rule)
      ?.map((check) => bySchema.get(`${check} ${finding.path}`))
      .find((other) => other !== undefined);
    if (overlap === undefined) continue;
    const [kept, dropped] = enforcedByHelm ? [overlap, finding] : [finding, overlap];
    settled.set(dropped, undefined);
    settled.set(kept, merged(settled.get(kept) ?? kept, dropped));
  }
  return [...schemaFindings, ...ruleFindings].flatMap((finding) => {
    const result = settled.has(finding) ? settled.get(finding) : finding;
    return result === undefined ? [] : [result];
  });
}

function merged(kept: Finding, dropped: Finding): Finding {
  const fix = kept.fix ?? dropped.fix;
  const severity = compareSeverity(kept.severity, dropped.severity) >= 0 ? kept.severity : dropped.severity;
  return { ...kept, severity, ...(fix === undefined ? {} : { fix }) };
}
