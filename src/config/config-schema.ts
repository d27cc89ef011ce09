import type { CheckInfo } from '../model/check-info.ts';
import { LIMITS } from '../model/limits.ts';
import type { RuleHead } from '../model/rule.ts';
import { USER_LIMITS, type UserLimit } from '../model/user-limits.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What the schema of the configuration is made from. */
export interface ConfigSchemaInput {
  readonly rules: readonly RuleHead[];
  /** The checks that `rules` may set. */
  readonly checks: readonly CheckInfo[];
  /** Network plugins that chartlint knows. */
  readonly cnis: readonly string[];
}

/** The JSON Schema (draft-07) of `chartlint.config.yaml` and its kin, with every rule, its words and its options. */
export function configSchema(input: ConfigSchemaInput): Schema {
  const surroundings = {
    environment: text('The environment that the values are for: "production" makes some rules stricter.'),
    cluster: cluster(input.cnis),
    provided: texts(
      'Values paths that are supplied at deploy time, for example by --set from a secret store: they count as set.',
    ),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'chartlint configuration',
    description:
      'What chartlint.config.yaml holds. Relative paths and globs start at the folder of the file.',
    ...map({
      $schema: text('For editors.'),
      extends: {
        description:
          'Presets, later ones win: recommended (the default), strict (all rules), production (environment production, some severities raised), or <plugin>/<preset>.',
        type: ['string', 'array'],
        items: { type: 'string' },
        default: 'recommended',
        examples: ['strict', ['recommended', 'acme/strict']],
      },
      rules: { $ref: '#/definitions/rules' },
      overrides: list('Settings for some files, or for some values of them; later ones win.', {
        files: globs('Globs of values files; without any the override is about every file.'),
        paths: texts(
          'Values paths, such as "ingress.**" or "services.*.image": "rules" then count only for findings at or below them.',
        ),
        rules: { $ref: '#/definitions/rules' },
        ...surroundings,
      }),
      charts: list(
        'Says which chart the values of some files are for, or where charts lie that manifests name. A {name} in "files" stands for the same in "chart".',
        {
          files: globs('Globs of values files; without any, releases in manifests are meant.'),
          repository: text('Glob of the repository that the manifest names.'),
          name: text('Glob of the name of the chart.'),
          chart: text('Name of a chart that chartlint ships, a chart directory, or a packed chart.'),
          schema: text('A JSON Schema file.'),
        },
        [],
        ['files', 'name', 'repository'],
      ),
      stacks: list(
        'Releases as helm install would make them.',
        {
          name: text('What reports call the release.'),
          chart: text('Name of a chart that chartlint ships, a chart directory, or a packed chart.'),
          values: texts(
            'Values files in the order of helm -f. With a {placeholder} there is one release for each file that fits.',
          ),
          set: texts('What follows --set.'),
        },
        ['name'],
      ),
      schemaRefs: {
        description:
          'Files that stand in for schemas on the network, which chartlint does not fetch: by the URL that a "$ref" names.',
        type: 'object',
        additionalProperties: { type: 'string', minLength: 1 },
        examples: [{ 'https://example.com/common.schema.json': 'schemas/common.schema.json' }],
      },
      ...surroundings,
      helmVersion: version('Version of the Helm that will install the releases.'),
      kubeVersion: {
        description:
          'Version of the Kubernetes that the releases are for: what templates see, and whose types count.',
        type: 'string',
        pattern: '^v?\\d+\\.\\d+(\\.\\d+)?([-+].*)?$',
        examples: ['1.33', '1.34.2'],
        'x-chartlint': { message: 'it must be a version in quotes, such as "1.33" or "1.34.2"' },
      },
      apiVersions: texts(
        'API versions that the cluster has besides Kubernetes\' own, such as "monitoring.coreos.com/v1".',
      ),
      customResources: texts(
        'Files, and folders with files, that hold CustomResourceDefinitions of the cluster: objects of these kinds are checked.',
      ),
      ignoreKeys: texts(
        'Values paths that belong to you, such as "x-*": nothing at or below them is reported.',
      ),
      ignore: globs('Globs of files and folders that are never linted.'),
      plugins: {
        description: 'Files such as "./rules/plugin.ts", or packages.',
        type: 'array',
        items: { type: ['string', 'object'] },
      },
      baseline: text('A baseline file: the findings in it are not reported.'),
      commentsMayNotHide: texts(
        'Rules and checks whose findings no "# chartlint-disable…" comment hides; "*" for all.',
      ),
      requireReason: {
        description: 'Every "# chartlint-disable…" comment must say why after "--".',
        type: 'boolean',
        default: false,
      },
      limits: {
        description:
          'How much one input may take, where the usual does not fit. A configuration that came with what is linted can only lower them.',
        ...map(
          Object.fromEntries(
            Object.entries(USER_LIMITS).map(([name, description]) => [
              name,
              { description, type: 'integer', minimum: 1, default: LIMITS[name as UserLimit] },
            ]),
          ),
        ),
      },
    }),
    definitions: {
      severity: {
        description:
          'off; on with the severity that the rule itself gives; or one severity for all its findings.',
        enum: ['off', 'on', 'info', 'warning', 'error'],
      },
      rules: ruleSettings(input),
    },
  };
}

function ruleSettings({ rules, checks }: ConfigSchemaInput): Schema {
  const properties: Record<string, Schema> = {};
  for (const { id, docs, options } of rules) properties[id] = setting(docs.summary, options);
  for (const { id, summary } of checks) properties[id] = setting(summary, undefined);
  const prefixes = new Set([
    // Mistakes in the configuration cannot be turned off in it.
    'config',
    ...Object.keys(properties).flatMap((id) => /^(.+)\//.exec(id)?.[1] ?? []),
  ]);
  return {
    description: 'Severities of rules and checks; with options as [severity, { … }].',
    type: 'object',
    properties,
    patternProperties: {
      // Rules of plugins; a program that knows the plugins checks their names and options.
      [`^(?!(?:${[...prefixes].sort().join('|')})/)[a-z0-9-]+/.`]: setting('A rule of a plugin.', {
        type: 'object',
      }),
    },
    additionalProperties: false,
  };
}

function setting(description: string, options: Schema | undefined): Schema {
  const severity = { $ref: '#/definitions/severity' };
  if (options === undefined) return { description, allOf: [severity] };
  return {
    description,
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { items: [severity, options], minItems: 1, maxItems: 2 },
    else: severity,
  };
}

function cluster(cnis: readonly string[]): Schema {
  return {
    description: 'The cluster that the values will be installed in.',
    ...map({
      cni: { description: 'The network plugin, in lower case.', enum: cnis },
      metricsServer: {
        description: 'Whether a metrics server runs, which autoscalers need.',
        type: 'boolean',
      },
    }),
  };
}

function map(properties: Schema, required: readonly string[] = []): Schema {
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** A list of maps, each with all keys of `required` and at least one of `oneOf`. */
function list(
  description: string,
  properties: Schema,
  required: readonly string[] = [],
  oneOf: readonly string[] = [],
): Schema {
  const choice = oneOf.length === 0 ? {} : { anyOf: oneOf.map((key) => ({ required: [key] })) };
  return { description, type: 'array', items: { ...map(properties, required), ...choice } };
}

function text(description: string): Schema {
  return { description, type: 'string', minLength: 1 };
}

function texts(description: string): Schema {
  return { description, type: 'array', items: { type: 'string', minLength: 1 } };
}

function globs(description: string): Schema {
  return { ...texts(description), examples: [['deploy/**/*.yaml']] };
}

function version(description: string): Schema {
  return {
    description,
    type: 'string',
    pattern: '^v?\\d+\\.\\d+(\\.\\d+)?$',
    examples: ['1.31', '4.2.0'],
    'x-chartlint': { message: 'it must be a version in quotes, such as "1.31" or "3.18.4"' },
  };
}
