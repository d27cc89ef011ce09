import { validateValues } from '../explain/validate-values.ts';
import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { ConfigCheckId } from '../model/check-id.ts';
import type { CheckInfo } from '../model/check-info.ts';
import type { EntryPart } from '../model/entry-part.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { RuleHead } from '../model/rule.ts';
import { type Statement, statementOf } from '../model/statement.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { closestId } from './closest-id.ts';
import type { Plugin } from './config.ts';
import { presets } from './presets.ts';

/** One mistake in a configuration. */
export interface ConfigProblem extends Statement {
  /** `config/unknown-rule`. */
  readonly rule: ConfigCheckId;
  readonly at: ValuesPath;
  readonly part?: EntryPart;
}

/** What the configuration is checked against before its plugins are loaded. */
export interface ConfigShape {
  readonly validate: ValidateFunction;
  readonly schema: () => JsonSchema;
}

/** What the JSON Schema of the configuration finds in it. */
export function checkShape(data: unknown, { validate, schema }: ConfigShape): ConfigProblem[] {
  const facts = validateValues(validate, schema, data, {
    enforcedByHelm: false,
    reader: 'chartlint',
    secretAt: () => false,
  });
  return facts.map(({ rule, at, part, ...said }) => ({
    // Without what is about charts, which a configuration is not.
    rule: rule.replace('schema/', 'config/') as ConfigCheckId,
    ...statementOf(said),
    at,
    ...(part === undefined ? {} : { part }),
  }));
}

/** Everything that names in a configuration may stand for. */
export interface KnownNames {
  readonly rules: readonly RuleHead[];
  readonly checks: readonly CheckInfo[];
  readonly plugins: readonly Plugin[];
}

/** Names of rules and presets that do not exist, in a configuration of the right shape whose plugins are loaded. */
export function checkNames(data: unknown, { rules, checks, plugins }: KnownNames): ConfigProblem[] {
  if (!isJsonObject(data)) return [];
  const ids = new Set([...rules, ...checks].map(({ id }) => id));
  const known = [...presets(rules, plugins).keys()];
  const names = Array.isArray(data.extends) ? data.extends : [data.extends ?? 'recommended'];
  const problems: ConfigProblem[] = names.flatMap((name, i) =>
    typeof name !== 'string' || known.includes(name)
      ? []
      : [
          {
            rule: 'config/unknown-preset',
            problem: `No preset is called "${name}"`,
            help: didYouMean(name, known, `Presets are ${known.join(', ')}.`),
            at: Array.isArray(data.extends) ? ['extends', i] : ['extends'],
          },
        ],
  );
  const settings: [ValuesPath, unknown][] = [[['rules'], data.rules]];
  for (const [i, override] of (Array.isArray(data.overrides) ? data.overrides : []).entries()) {
    if (isJsonObject(override)) settings.push([['overrides', i, 'rules'], override.rules]);
  }
  for (const [at, set] of settings) {
    for (const id of isJsonObject(set) ? Object.keys(set) : []) {
      if (ids.has(id)) continue;
      problems.push({ ...unknownRule(id, ids, plugins), at: [...at, id], part: 'key' });
    }
  }
  for (const [i, id] of (Array.isArray(data.commentsMayNotHide) ? data.commentsMayNotHide : []).entries()) {
    if (typeof id !== 'string' || id === '*' || ids.has(id)) continue;
    problems.push({ ...unknownRule(id, ids, plugins), at: ['commentsMayNotHide', i] });
  }
  return problems;
}

/** Words for a rule that nobody knows, here and on the command line. */
export function unknownRule(
  id: string,
  ids: ReadonlySet<string>,
  plugins: readonly Plugin[],
): Statement & { readonly rule: ConfigCheckId } {
  const prefix = /^([^/]+)\//.exec(id)?.[1];
  const otherwise =
    prefix === undefined || plugins.some(({ name }) => name === prefix)
      ? '"chartlint rules" lists them all.'
      : `No plugin in "plugins" has the name "${prefix}"; "chartlint rules" lists all rules.`;
  return {
    rule: 'config/unknown-rule',
    problem: `No rule is called "${id}"`,
    help: didYouMean(id, ids, otherwise),
  };
}

function didYouMean(written: string, known: Iterable<string>, otherwise: string): string {
  const meant = closestId(written, known);
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`;
}
