import type { Release } from '../model/release.ts';
import type { Statement } from '../model/statement.ts';
import { factProblem } from './checked-fact.ts';
import type { Plugin } from './config.ts';

/** What is wrong with a plugin; `problem` is to follow its name. */
export type PluginProblem = Statement;

/** Prefixes that chartlint's own ids have, or may come to have. */
const RESERVED = [
  ...[
    'yaml',
    'schema',
    'config',
    'chart',
    'merge',
    'flag',
    'suppression',
    'baseline',
    'rule',
    'generic',
    'chartlint',
  ],
  ...['colonyos', 'hotswap', 'zymtrace', 'atlasia', 'ossa'],
];

/** What is wrong with a plugin; undefined when it is as it must be. */
export function pluginProblem(plugin: unknown, others: readonly Plugin[]): PluginProblem | undefined {
  if (!isObject(plugin)) return { problem: 'exports no object', help: 'Export { name, rules } by default.' };
  const { name, rules } = plugin;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    return {
      problem: 'has no usable "name"',
      help: 'Name it with lower-case letters, digits and dashes: its rules are called <name>/<rule>.',
    };
  }
  if (RESERVED.includes(name)) {
    return { problem: `has the name "${name}", which is chartlint's own`, help: 'Give it another name.' };
  }
  if (others.some((other) => other.name === name)) {
    return { problem: `has the same name "${name}" as a plugin before it`, help: 'Rename one of them.' };
  }
  if (!Array.isArray(rules))
    return { problem: 'has no list "rules"', help: 'Export { name, rules } by default.' };
  const seen = new Set<unknown>();
  for (const [i, rule] of rules.entries()) {
    const problem = ruleProblem(rule);
    if (problem !== undefined)
      return { ...problem, problem: `has a rule (rules[${i}]) that ${problem.problem}` };
    if (seen.has(rule.id))
      return { problem: `has two rules with the id "${rule.id}"`, help: 'Rename one of them.' };
    seen.add(rule.id);
  }
  return undefined;
}

function ruleProblem(rule: unknown): PluginProblem | undefined {
  if (!isObject(rule)) return { problem: 'is no object' };
  if (typeof rule.id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(rule.id)) {
    return {
      problem: 'has no usable "id"',
      help: 'Give it lower-case letters, digits and dashes, without the prefix.',
    };
  }
  if (!['error', 'warning', 'info'].includes(String(rule.severity))) {
    return {
      problem: `is called "${rule.id}" and has no "severity"`,
      help: 'Write error, warning or info.',
    };
  }
  if (typeof rule.recommended !== 'boolean')
    return { problem: `is called "${rule.id}" and does not say whether it is "recommended"` };
  if (typeof rule.check !== 'function')
    return { problem: `is called "${rule.id}" and has no function "check"` };
  const docs = rule.docs;
  if (!isObject(docs) || typeof docs.summary !== 'string' || typeof docs.why !== 'string') {
    return { problem: `is called "${rule.id}" and lacks "docs.summary" or "docs.why"` };
  }
  return undefined;
}

/** The plugin with `<name>/` before the id of each rule. The rules keep their identity otherwise. */
export function prefixed(plugin: Plugin): Plugin {
  return {
    ...plugin,
    rules: plugin.rules.map((rule) => ({
      ...rule,
      id: `${plugin.name}/${rule.id}`,
      *check(release, options) {
        // What the rule writes to the release is its own.
        const own = Object.create(release, { files: { value: [...release.files] } }) as Release;
        for (const fact of rule.check(own, options)) {
          const problem = factProblem(fact);
          if (problem !== undefined) throw new Error(`it ${problem}`);
          yield fact;
        }
      },
    })),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
