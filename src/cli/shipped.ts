import { allChecks } from '../checks/all-checks.ts';
import type { ShippedNames } from '../node/load-config.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';
import { rules } from '../rules/registry.ts';

/** What this program brings along: its rules, its checks, the network plugins it knows. */
export const shipped: ShippedNames = { rules, checks: allChecks, cnis: KNOWN_CNIS };
