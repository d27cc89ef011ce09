import { allChecks } from '../checks/all-checks.ts';
import { configSchema } from '../config/config-schema.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';
import { rules } from '../rules/registry.ts';

/** The text of `schemas/config.schema.json`, from the rules as they are in the registry. */
export function configSchemaText(): string {
  const checks = allChecks.filter(({ id }) => !id.startsWith('config/'));
  return `${JSON.stringify(configSchema({ rules, checks, cnis: KNOWN_CNIS }), null, 2)}\n`;
}
