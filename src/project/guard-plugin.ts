import type { Plugin } from '../config/config.ts';
import { forbidExit } from '../files/end-process.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { Fact } from '../model/fact.ts';
import type { MergedValues } from '../model/merged-values.ts';
import type { Release } from '../model/release.ts';
import type { Rule } from '../model/rule.ts';
import type { Limits } from '../model/user-limits.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { inTime } from './in-time.ts';

/** The plugin with rules that cost only themselves when they take forever or end the process. */
export function guardPlugin(plugin: Plugin, limits: Limits): Plugin {
  return { ...plugin, rules: plugin.rules.map((rule) => guardRule(rule, limits)) };
}

function guardRule(rule: Rule, { ruleFindings, pluginRule }: Limits): Rule {
  return {
    ...rule,
    check: (given, options) =>
      withoutExit(() =>
        inTime(pluginRule, () => {
          const facts: Fact[] = [];
          const release = unchangeable(given);
          for (const fact of rule.check(release, options)) {
            facts.push(fact);
            if (facts.length > ruleFindings) break;
          }
          return facts;
        }),
      ),
  };
}

/** The release for a rule that may try to change it: other rules see the same values, whatever it does. */
function unchangeable(release: Release): Release {
  const { values, files, context } = release;
  for (const layer of values.layers) deepFreeze(Object.freeze(layer).data);
  const kept: MergedValues = Object.freeze({
    ...values,
    data: deepFreeze(values.data),
    layers: Object.freeze([...values.layers]),
    defaultAt: (path: ValuesPath) => deepFreeze(values.defaultAt(path)),
  });
  // Roles are computed when they are asked for.
  return Object.freeze(
    Object.create(release, {
      values: { value: kept, enumerable: true },
      files: { value: deepFreeze([...files]), enumerable: true },
      context: { value: deepFreeze(structuredClone(context)), enumerable: true },
    }),
  );
}

/** A rule that ends the process would hide what all others find. */
function withoutExit<T>(call: () => T): T {
  const { exitCode } = process;
  const allow = forbidExit();
  try {
    return call();
  } finally {
    allow();
    process.exitCode = exitCode;
  }
}
