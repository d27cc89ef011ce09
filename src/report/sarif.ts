import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/lint-result.ts';
import { MASK } from '../model/mask-text.ts';
import { anchorFile } from './anchor-file.ts';
import { fingerprints } from './fingerprints.ts';
import { lineIndexes } from './line-indexes.ts';
import type { ReportContext } from './report-context.ts';
import { SOURCE_ROOT } from './sarif-artifact.ts';
import type { SarifPlaces } from './sarif-location.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rules.ts';
import type { ShownResult } from './shown-result.ts';
import type { ToolInfo } from './tool-info.ts';

/** SARIF 2.1.0 (OASIS), for GitHub code scanning, editors and other viewers. Suppressed findings are in it, marked so. */
export function formatSarif(shown: ShownResult, tool: ToolInfo, context: ReportContext = {}): string {
  const places: SarifPlaces = { lines: lineIndexes(shown), context, anchor: anchorFile(shown) };
  const fingerprint = fingerprints(shown, context);
  const all: { finding: Finding; suppressed?: SuppressedFinding }[] = [
    ...shown.findings.map((finding) => ({ finding })),
    ...shown.suppressed.map((suppressed) => ({ finding: suppressed.finding, suppressed })),
  ];
  const rules = [...new Set(all.map(({ finding }) => finding.rule))].sort();
  const ruleIndexes = new Map(rules.map((id, i) => [id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driver(tool), rules: rules.map((id) => sarifRule(id, tool)) } },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        ...(shown.secrets.size === 0 ? {} : { redactionTokens: [MASK] }),
        results: all.map(({ finding, ...rest }) =>
          sarifResult(
            finding,
            { ...rest, ruleIndex: ruleIndexes.get(finding.rule)!, fingerprint: fingerprint(finding) },
            places,
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function driver({ version, homepage }: ToolInfo): object {
  return {
    name: 'chartlint',
    version,
    semanticVersion: version,
    ...(homepage === undefined ? {} : { informationUri: homepage }),
  };
}
