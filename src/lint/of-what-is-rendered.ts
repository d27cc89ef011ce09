import type { Finding } from '../model/finding.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { RenderedFacts } from '../model/rendered-facts.ts';
import type { RuleHead } from '../model/rule.ts';

/** Without what rules about effects say of values that reach nothing in the release: a part that is off, a key that no template reads. */
export function ofWhatIsRendered(
  findings: readonly Finding[],
  rules: readonly RuleHead[],
  rendered: RenderedFacts | undefined,
): readonly Finding[] {
  if (rendered === undefined || findings.length === 0) return findings;
  const about = new Set(rules.filter((rule) => rule.about === 'rendered').map(({ id }) => id));
  return findings.filter(({ rule, path }) => !about.has(rule) || rendered.reaches(parsePointer(path)));
}
