import { toolInfo } from '../api/this-tool.ts';
import type { Policy } from '../config/policy.ts';
import { diskFiles } from '../files/disk-files.ts';
import { rules as shippedRules } from '../generated/rules.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import { prepareRun } from '../project/prepare-run.ts';
import type { RuleEntry } from '../report/rule-entry.ts';
import { shipped } from './shipped.ts';

/** Every rule and check, those of plugins included, as the configuration at or above the working directory sets them. */
export async function ruleEntries(cwd: string, flags: RuleFlags): Promise<RuleEntry[]> {
  const options = { cwd, inputs: [], overlays: [], sets: [], context: { cluster: {} } };
  const { policy, loaded } = await prepareRun(options, flags, shipped, diskFiles);
  const rules = [...shippedRules, ...(loaded?.plugins ?? []).flatMap((plugin) => plugin.rules)];
  const entries: RuleEntry[] = rules.map(
    ({ id, severity, recommended, chart, docs, options: its, examples }) => ({
      id,
      kind: 'rule',
      severity,
      setting: settingOf(id, policy),
      recommended,
      ...(chart === undefined ? {} : { chart }),
      ...docs,
      ...(its === undefined ? {} : { options: its }),
      ...(examples === undefined ? {} : { examples }),
      ...linkTo(id),
    }),
  );
  const checks = shipped.checks.map(
    (check): RuleEntry => ({
      ...check,
      kind: 'check',
      setting: settingOf(check.id, policy),
      recommended: true,
      ...linkTo(check.id),
    }),
  );
  return [...entries, ...checks];
}

/** As it is for files and paths that no override names. */
function settingOf(id: string, policy: Policy): RuleEntry['setting'] {
  return policy.severity(id, '', '');
}

function linkTo(id: string): { docs?: string } {
  const docs = toolInfo.docs(id);
  return docs === undefined ? {} : { docs };
}
