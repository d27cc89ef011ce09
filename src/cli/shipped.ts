import { allChecks } from '../check-docs/all-checks.ts';
import { ruleHeads } from '../generated/rule-heads.ts';
import type { ShippedNames } from '../project/load-config.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';

/** What this program brings along: its rules, its checks, the network plugins it knows. */
export const shipped: ShippedNames = { rules: ruleHeads, checks: allChecks, cnis: KNOWN_CNIS };
