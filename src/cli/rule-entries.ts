import { toolInfo } from '../api/this-tool.ts';
import type { Policy } from '../config/policy.ts';
import { diskFiles } from '../files/disk-files.ts';
import { rules as shippedRules } from '../generated/rules.ts';
import { maskText } from '../model/mask-text.ts';
import { joinStatement } from '../model/statement.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import { prepareRun } from '../project/prepare-run.ts';
import type { RuleEntry } from '../report/rule-entry.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { shipped } from './shipped.ts';

/** What there is to tell about rules. */
interface RuleEntries {
  readonly entries: readonly RuleEntry[];
  /** The exit code of a command that tells it: plugins that cannot be loaded are missing among the entries. */
  readonly exit: number;
}

/**
 * Every rule and check, those of plugins included, as the configuration at or above the working directory sets them. Says
 * which plugins cannot be loaded.
 */
export async function ruleEntries(io: CliIo, flags: RuleFlags): Promise<RuleEntries> {
  const { cwd } = io;
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
  const failed = loaded?.failedPlugins ?? [];
  for (const finding of failed) {
    const said = maskText(joinStatement(finding), 'prose');
    io.stderr(`chartlint: ${finding.span.source.shown}: ${said}\n`);
  }
  return { entries: [...entries, ...checks], exit: failed.length > 0 ? EXIT.usage : EXIT.clean };
}

/** As it is for files and paths that no override names. */
function settingOf(id: string, policy: Policy): RuleEntry['setting'] {
  return policy.severity(id, '', '');
}

function linkTo(id: string): { docs?: string } {
  const docs = toolInfo.docs(id);
  return docs === undefined ? {} : { docs };
}
