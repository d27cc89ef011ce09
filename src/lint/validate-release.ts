import type { ValuesSchema } from '../chart/chart-tree.ts';
import type { SchemaFact } from '../explain/schema-fact.ts';
import type { MergedChart } from '../merge/merge-chart.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { isProvided } from '../model/is-provided.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import { LIMITS } from '../model/limits.ts';
import type { Release } from '../model/release.ts';
import type { Limits } from '../model/user-limits.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { AssembledRelease } from './assemble-release.ts';
import { editorFacts } from './editor-facts.ts';
import { mendFix } from './mend-fix.ts';
import { placeFact } from './place-fact.ts';
import type { ReleaseInput } from './release-input.ts';
import { schemaFacts } from './schema-facts.ts';
import { withProvidedMaps } from './with-provided-maps.ts';
import { writtenNumber } from './written-number.ts';

/** A schema finding and the rule, if any, that says the same with better words. */
export interface SchemaFinding {
  readonly finding: Finding;
  readonly coveredBy: string | undefined;
}

/** What the schemas of the chart and of the charts below it find in the values that Helm hands to each. */
export function validateRelease(
  { release, subcharts }: AssembledRelease,
  input: ReleaseInput,
  limits: Pick<Limits, 'schemaFindings'> = LIMITS,
): SchemaFinding[] {
  const { values, context } = release;
  const factsOf = (data: JsonObject, schema: ValuesSchema | undefined, scope: ValuesPath): SchemaFact[] => {
    // Of keys to choose from, one that comes at deploy time is enough.
    const isProvidedSet = (keys: readonly ValuesPath[]): boolean =>
      keys.every((at) => isProvided(context, [...scope, ...at]));
    const facts =
      schema === undefined
        ? []
        : schemaFacts(withProvidedMaps(data, context.provided, scope), schema, limits, (at) =>
            writtenNumber(values, [...scope, ...at]),
          );
    return facts.filter(({ alternatives = [] }) => !alternatives.some(isProvidedSet));
  };
  // The templates are read when somebody asks for them.
  const isNamed = (path: ValuesPath): boolean => {
    const templates = release.chart?.templates;
    const [key] = path.slice(-1);
    return templates?.complete === true && templates.namesBelow(path.slice(0, -1)).includes(String(key));
  };
  const ofChart = factsOf(values.data, input.schema, []).map((fact) =>
    fact.rule === 'schema/unknown-key' && input.schema?.enforcedByHelm && isNamed(fact.at)
      ? lackedBySchema(fact)
      : fact,
  );
  const said = new Set(ofChart.map(factKey));
  const found = [...ofChart, ...editorFacts(input, values).filter((fact) => !said.has(factKey(fact)))].map(
    (fact) => place(fact, [], release),
  );
  const visit = (subchart: MergedChart, parent: MergedChart | undefined): void => {
    const schema = input.tree?.subchartSchemas.get(subchart.chart);
    const injected = injectedKeys(subchart, parent?.chart ?? input.tree?.chart);
    for (const fact of factsOf(subchart.values.data, schema, subchart.path)) {
      found.push(
        place(
          injected.has(unknownKey(fact)) ? rejectsInjected(fact, subchart) : fact,
          subchart.path,
          release,
        ),
      );
    }
    for (const below of subchart.subcharts) visit(below, subchart);
  };
  for (const subchart of subcharts) visit(subchart, undefined);
  return found;
}

function factKey({ rule, at }: SchemaFact): string {
  return `${rule} ${toPointer(at)}`;
}

/** A fact about a subchart's values is a fact about the parent's values below the subchart's name. */
function place(fact: SchemaFact, scope: ValuesPath, release: Release): SchemaFinding {
  const at = [...scope, ...fact.at];
  const fix = fact.mend && mendFix(fact.mend, at, release);
  const scoped: Fact = {
    ...fact,
    ...(fix === undefined ? {} : { fix }),
    at,
    related: fact.related?.map((related) => ({ ...related, at: [...scope, ...related.at] })) ?? [],
  };
  const below = scope.length === 0 ? '' : `in the values of subchart ${formatPath(scope)}: `;
  return {
    finding: placeFact(
      { ...scoped, problem: `${below}${fact.problem}` },
      fact.rule,
      fact.severity,
      release.values,
    ),
    coveredBy: fact.coveredBy,
  };
}

/** Keys that are in a subchart's values without anybody having meant them for it: `global`, and what its condition reads. */
function injectedKeys(
  { name }: MergedChart,
  parent: MergedChart['chart'] | undefined,
): Set<string | undefined> {
  const conditions = (parent?.metadata.dependencies ?? []).flatMap(({ condition = '' }) =>
    condition.split(','),
  );
  const own = conditions.filter((condition) => condition.trim().startsWith(`${name}.`));
  return new Set(['global', ...own.map((condition) => condition.trim().slice(name.length + 1))]);
}

function unknownKey({ rule, at }: SchemaFact): string | undefined {
  return rule === 'schema/unknown-key' && at.length === 1 ? String(at[0]) : undefined;
}

/** A key that templates name is one of the chart, whatever its schema says. */
function lackedBySchema(fact: SchemaFact): SchemaFact {
  return {
    ...fact,
    why: 'Helm refuses it: the schema does not have the key, although templates of the chart read it.',
    help: `This is a mistake in the chart, not in your values: its schema must allow "${String(fact.at.at(-1))}".`,
  };
}

function rejectsInjected(fact: SchemaFact, { name }: MergedChart): SchemaFact {
  const key = String(fact.at[0]);
  const why =
    key === 'global'
      ? 'Helm hands "global" to every subchart'
      : `The parent's condition "${name}.${key}" puts "${key}" into its values`;
  return {
    rule: 'schema/rejects-global',
    severity: 'error',
    at: fact.at,
    part: 'key',
    problem: `the schema of the subchart forbids the key "${key}"`,
    why: `${why}, so Helm refuses every release of it.`,
    help: `This is a mistake in the subchart, not in your values: its schema must allow "${key}".`,
  };
}
