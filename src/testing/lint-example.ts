import { shippedNamed } from '../chart/shipped-named.ts';
import type { Config, RuleSetting } from '../config/config.ts';
import { createPolicy } from '../config/policy.ts';
import { loadShippedChart } from '../generated/shipped-charts.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { releaseInput } from '../lint/release-input.ts';
import { runRules } from '../lint/run-rules.ts';
import { loadValues } from '../load/load-values.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { Rule, RuleExample } from '../model/rule.ts';
import { fileSource } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { templateReferences } from '../templates/read/template-references.ts';

/** What the rules find in an example, linted as `values.yaml` over the defaults of its chart. */
export async function lintExample(example: RuleExample, rules: readonly Rule[]): Promise<Finding[]> {
  const { document, findings } = loadValues(fileSource('values.yaml'), example.values);
  if (document === undefined) throw new Error(`the example is no values file: ${findings[0]?.problem}`);
  const profile =
    example.chart === undefined ? chartOf(example) : await shippedProfile(example.chart, document.data);
  if (example.chart !== undefined && profile === undefined)
    throw new Error(`no chart is named "${example.chart}"`);
  const isOwn = example.defaults === undefined && example.templates !== undefined;
  const defaults: Layer | undefined = profile && {
    kind: 'chart-defaults',
    label: 'chart defaults',
    data: profile.defaults,
    ...(isOwn ? { document } : {}),
    ...(example.defaults === undefined ? {} : { document: defaultsOf(example.defaults) }),
    scope: [],
  };
  const { release } = assembleRelease(
    releaseInput({
      id: { source: 'values.yaml' },
      files: [{ source: document.source, document }],
      flags: [],
      chart: profile && { profile, defaults, schema: undefined, tree: undefined },
      detectedBy: profile === undefined ? 'none' : 'flag',
      context: {
        ...(example.environment === undefined ? {} : { environment: example.environment }),
        cluster: example.cni === undefined ? {} : { cni: example.cni },
      },
    }),
  );
  const { options } = example;
  const set =
    options === undefined ? [] : rules.map(({ id }): [string, RuleSetting] => [id, ['on', options]]);
  const config: Config = { extends: 'strict', rules: Object.fromEntries(set) };
  return runRules(release, rules, createPolicy({ rules, checks: [], config }), ({ id }, error) => {
    throw new Error(`the rule ${id} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  });
}

/** The newest state of a shipped chart, or of the version of it, that has the keys of the values. */
async function shippedProfile(chart: string, data: JsonObject): Promise<ChartProfile | undefined> {
  const named = shippedNamed(chart, data);
  return named && (await loadShippedChart[`${named.chart}@${named.states[0]!.state}`]!()).profile;
}

/** The chart that an example brings along. */
function chartOf({
  values,
  templates,
  defaults = templates && values,
}: RuleExample): ChartProfile | undefined {
  if (defaults === undefined) return undefined;
  return {
    name: 'example',
    title: 'example',
    defaults: defaultsOf(defaults).data,
    annotations: [],
    templates:
      templates === undefined
        ? undefined
        : templateReferences(templates.map((text) => ({ scope: [], text }))),
    schemaNames: () => undefined,
  };
}

function defaultsOf(text: string): ValuesDocument {
  const { document } = loadValues(fileSource('chart/values.yaml'), text);
  if (document === undefined) throw new Error('the defaults of the example are no values file');
  return document;
}
