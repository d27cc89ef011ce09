import { Script } from 'node:vm';
import type { Plugin } from '../config/config.ts';
import type { Fact } from '../model/fact.ts';
import type { Rule } from '../model/rule.ts';
import type { Limits } from '../model/user-limits.ts';

/** Only a script can be stopped from outside; it calls what it finds at its one global name. */
const RUN = new Script('chartlintCall()');

/** The plugin with rules that cost only themselves when they take forever or end the process. */
export function guardPlugin(plugin: Plugin, limits: Limits): Plugin {
  return { ...plugin, rules: plugin.rules.map((rule) => guardRule(rule, limits)) };
}

function guardRule(rule: Rule, { ruleFindings, pluginRule }: Limits): Rule {
  return {
    ...rule,
    check: (release, options) =>
      withoutExit(() =>
        inTime(pluginRule, () => {
          const facts: Fact[] = [];
          for (const fact of rule.check(release, options)) {
            facts.push(fact);
            if (facts.length > ruleFindings) break;
          }
          return facts;
        }),
      ),
  };
}

/** Throws when the call does not come back in so many milliseconds. */
function inTime<T>(most: number, call: () => T): T {
  const holder = globalThis as { chartlintCall?: (() => void) | undefined };
  let result: { readonly value: T } | undefined;
  const before = holder.chartlintCall;
  holder.chartlintCall = () => {
    result = { value: call() };
  };
  try {
    RUN.runInThisContext({ timeout: most });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new Error(`it takes more than ${most / 1000} seconds (limit "pluginRule")`);
    throw error;
  } finally {
    holder.chartlintCall = before;
  }
  return result!.value;
}

/** A rule that ends the process would hide what all others find. */
function withoutExit<T>(call: () => T): T {
  const { exit, exitCode } = process;
  process.exit = () => {
    throw new Error('it ends the process');
  };
  try {
    return call();
  } finally {
    process.exit = exit;
    process.exitCode = exitCode;
  }
}
