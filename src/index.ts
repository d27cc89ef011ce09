/** What configurations, plugins and programs import from `chartlint`. Runs anywhere, also in a browser. */
export type { FixedTexts } from './api/fixed-texts.ts';
export { fix, lint } from './api/lint.ts';
export type { LintTextsOptions } from './api/lint-options.ts';
export type { LintReport, ReportFinding, ReportPlace } from './api/lint-report.ts';
export type { TextFile } from './api/text-file.ts';
export {
  type ChartMapping,
  type ClusterConfig,
  type Config,
  defineConfig,
  definePlugin,
  type Override,
  type Plugin,
  type RuleSetting,
  type SeveritySetting,
  type Stack,
} from './config/config.ts';
export type { ChartProfile } from './model/chart-profile.ts';
export type { EntryPart } from './model/entry-part.ts';
export type { Fact } from './model/fact.ts';
export type { Finding } from './model/finding.ts';
export type { FixProposal } from './model/fix-proposal.ts';
export { formatPath } from './model/format-path.ts';
export { isProvided } from './model/is-provided.ts';
export { isJsonObject, type JsonObject, type JsonValue } from './model/json-value.ts';
export type { LintContext } from './model/lint-context.ts';
export type { MergedValues } from './model/merged-values.ts';
export type { Release } from './model/release.ts';
export type { Roles } from './model/roles.ts';
export { defineRule, type Rule, type RuleExample } from './model/rule.ts';
export type { Severity } from './model/severity.ts';
export { objectAt, samePath, startsWith, type ValuesPath, valueAt } from './model/values-path.ts';
