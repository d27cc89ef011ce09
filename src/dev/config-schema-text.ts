import { allChecks } from '../check-docs/all-checks.ts';
import { configSchema } from '../config/config-schema.ts';
import type { Rule } from '../model/rule.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';

/** The text of `schemas/config.schema.json`, for these rules. */
export function configSchemaText(rules: readonly Rule[]): string {
  const checks = allChecks.filter(({ aboutRun }) => aboutRun !== true);
  return `${JSON.stringify(configSchema({ rules, checks, cnis: KNOWN_CNIS }), null, 2)}\n`;
}
