import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import { joinStatement } from '../model/statement.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { messageAt } from './message-at.ts';
import { sarifFix } from './sarif-fix.ts';
import { physicalLocation, type SarifPlaces } from './sarif-location.ts';
import { SARIF_LEVEL } from './sarif-rules.ts';

/** What a result refers to by number or from elsewhere in the log. */
export interface SarifReferences {
  readonly ruleIndex: number;
  readonly fingerprint: string;
  readonly suppressed?: SuppressedFinding;
}

/** SARIF `result`. */
export function sarifResult(finding: Finding, references: SarifReferences, places: SarifPlaces): object {
  const { rule, severity, span, path, related, fix } = finding;
  const { ruleIndex, fingerprint, suppressed } = references;
  const physical = physicalLocation(span, places);
  const location = {
    ...(physical === undefined ? {} : { physicalLocation: physical }),
    ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'property' }] }),
  };
  const fixed = fix === undefined ? undefined : sarifFix(fix, places);
  return {
    ruleId: rule,
    ruleIndex,
    level: SARIF_LEVEL[severity],
    message: { text: messageAt(span, joinStatement(finding)), markdown: markdownText(finding) },
    ...(Object.keys(location).length === 0 ? {} : { locations: [location] }),
    ...(related.length === 0 ? {} : { relatedLocations: relatedLocations(finding, places) }),
    // GitHub adds its own `primaryLocationLineHash`, and warns about each one that it did not compute itself.
    partialFingerprints: { 'chartlint/v1': fingerprint },
    ...(suppressed === undefined ? {} : { suppressions: [suppression(suppressed)] }),
    ...(fixed === undefined ? {} : { fixes: [fixed] }),
  };
}

/** For viewers that show it; the first sentence of the plain text is the problem, as SARIF wants it. */
function markdownText(finding: Finding): string {
  const { problem, why, help } = finding;
  return [
    `**${escapeMarkdown(messageAt(finding.span, problem))}**`,
    ...(why === undefined ? [] : [escapeMarkdown(why)]),
    ...(help === undefined ? [] : [`*Help:* ${escapeMarkdown(help)}`]),
  ].join('\n\n');
}

function relatedLocations({ related }: Finding, places: SarifPlaces): object[] {
  return related.map(({ span, message }, i) => {
    const physical = physicalLocation(span, places);
    return {
      id: i + 1,
      ...(physical === undefined ? {} : { physicalLocation: physical }),
      message: { text: messageAt(span, message) },
    };
  });
}

function suppression({ by, reason }: SuppressedFinding): object {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    ...(by === 'baseline' ? { justification: reason ?? 'Listed in the baseline.' } : {}),
    ...(by === 'comment' && reason !== undefined ? { justification: reason } : {}),
  };
}
