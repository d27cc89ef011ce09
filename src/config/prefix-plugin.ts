import type { Plugin } from './config.ts';

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

/** What is wrong with a plugin, to follow its name; undefined when it is as it must be. */
export function pluginProblem(plugin: unknown, others: readonly Plugin[]): string | undefined {
  if (!isObject(plugin)) return 'exports no object; it must export { name, rules } by default';
  const { name, rules } = plugin;
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    return 'has no usable "name": lower-case letters, digits and dashes, for its rules are called <name>/<rule>';
  }
  if (RESERVED.includes(name)) return `has the name "${name}", which is chartlint's own; choose another`;
  if (others.some((other) => other.name === name)) return `has the same name "${name}" as a plugin before it`;
  if (!Array.isArray(rules)) return 'has no list "rules"';
  const seen = new Set<unknown>();
  for (const [i, rule] of rules.entries()) {
    const problem = ruleProblem(rule);
    if (problem !== undefined) return `has a rule (rules[${i}]) that ${problem}`;
    if (seen.has(rule.id)) return `has two rules with the id "${rule.id}"`;
    seen.add(rule.id);
  }
  return undefined;
}

function ruleProblem(rule: unknown): string | undefined {
  if (!isObject(rule)) return 'is no object';
  if (typeof rule.id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(rule.id)) {
    return 'has no usable "id": lower-case letters, digits and dashes, without the prefix';
  }
  if (!['error', 'warning', 'info'].includes(String(rule.severity))) {
    return `is called "${rule.id}" and has no "severity": error, warning or info`;
  }
  if (typeof rule.recommended !== 'boolean')
    return `is called "${rule.id}" and does not say whether it is "recommended"`;
  if (typeof rule.check !== 'function') return `is called "${rule.id}" and has no function "check"`;
  const docs = rule.docs;
  if (!isObject(docs) || typeof docs.summary !== 'string' || typeof docs.why !== 'string') {
    return `is called "${rule.id}" and lacks "docs.summary" or "docs.why"`;
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
      check: (release, options) => rule.check(release, options),
    })),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
