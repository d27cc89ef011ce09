import { allChecks } from '../check-docs/all-checks.ts';
import { type ConfigProblem, checkNames, checkShape } from '../config/check-config.ts';
import type { Config, Plugin } from '../config/config.ts';
import { configSchema } from '../config/config-schema.ts';
import { pluginProblem, prefixed } from '../config/prefix-plugin.ts';
import { readSwitches } from '../config/read-switches.ts';
import { validateConfig } from '../generated/config-validator.ts';
import { ruleHeads } from '../generated/rule-heads.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { formatPath } from '../model/format-path.ts';
import { joinStatement } from '../model/statement.ts';
import { limitsOf } from '../model/user-limits.ts';
import type { LoadedConfig } from '../project/load-config.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';

/**
 * A configuration given as an object, checked; its paths start at `folder` (absolute). Throws an Error that lists its mistakes.
 */
export function objectConfig(config: Config, folder: string): LoadedConfig {
  const plugins = loadedPlugins(config);
  const rules = [...ruleHeads, ...plugins.flatMap((plugin) => plugin.rules)];
  const checks = allChecks;
  const names = { rules, checks: checks.filter(({ aboutRun }) => aboutRun !== true), cnis: KNOWN_CNIS };
  const { plugins: _, ...plain } = config;
  const data = readSwitches(plain);
  const problems = checkShape(data, {
    validate: validateConfig,
    schema: () => configSchema(names) as JsonSchema,
  });
  if (problems.length === 0) problems.push(...checkNames(data, { rules, checks, plugins }));
  if (problems.length > 0) throw new Error(problems.map(line).join('\n'));
  return {
    file: folder,
    folder,
    config: data as Config,
    notices: [],
    plugins,
    limits: limitsOf((data as Config).limits, true),
    failedPlugins: [],
    text: '',
  };
}

function line({ rule, at, ...said }: ConfigProblem): string {
  const place = at.length === 0 ? '' : ` ${formatPath(at)}`;
  return `config${place}: ${joinStatement(said)} [${rule}]`;
}

function loadedPlugins({ plugins = [] }: Config): Plugin[] {
  const loaded: Plugin[] = [];
  for (const plugin of plugins) {
    if (typeof plugin === 'string') {
      throw new Error(`config: the plugin "${plugin}" is only a name; import it and give the object itself.`);
    }
    const problem = pluginProblem(plugin, loaded);
    if (problem !== undefined) throw new Error(`config: a plugin ${joinStatement(problem)}`);
    loaded.push(prefixed(plugin));
  }
  return loaded;
}
