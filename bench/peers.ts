import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandLine } from './run-timed.ts';

/** A program that people use on values files today. */
export interface Peer {
  readonly name: string;
  readonly checks: string;
  readonly misses: string;
  /** Undefined when it could not be installed; `reason` then says why. */
  readonly command: CommandLine | undefined;
  readonly reason?: string;
}

/** The files that every peer gets. */
export interface PeerInput {
  readonly values: string;
  readonly schema: string;
  /** A chart directory whose values.yaml and schema are the same. */
  readonly chart: string;
}

interface Candidate {
  readonly name: string;
  readonly checks: string;
  readonly misses: string;
  install(folder: string): CommandLine;
}

const npm = (folder: string, packages: readonly string[], bin: string): string => {
  const program = path.join(folder, 'node_modules', '.bin', bin);
  if (existsSync(program)) return program;
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], folder);
  return program;
};

const pip = (folder: string, name: string): string => {
  const program = path.join(folder, 'venv', 'bin', name);
  if (existsSync(program)) return program;
  run('python3', ['-m', 'venv', 'venv'], folder);
  run(path.join(folder, 'venv', 'bin', 'pip'), ['install', '--quiet', name], folder);
  return program;
};

const go = (folder: string, module: string, bin: string): string => {
  const program = path.join(folder, bin);
  if (!existsSync(program)) run('go', ['install', module], folder, { GOBIN: folder });
  return program;
};

function candidates({ values, schema, chart }: PeerInput): Candidate[] {
  const noMeaning = 'merging, what values mean, charts';
  return [
    {
      name: 'ajv-cli',
      checks: 'the schema',
      misses: `positions, YAML mistakes, ${noMeaning}`,
      install: (folder) => [
        npm(folder, ['ajv-cli'], 'ajv'),
        'validate',
        '--strict=false',
        '-s',
        schema,
        '-d',
        values,
      ],
    },
    {
      name: 'v8r',
      checks: 'the schema',
      misses: `positions, ${noMeaning}`,
      // It takes no absolute paths; it is started in the folder of the values.
      install: (folder) => [npm(folder, ['v8r'], 'v8r'), '--schema', schema, path.basename(values)],
    },
    {
      name: 'spectral',
      checks: 'rules that somebody writes: here, one',
      misses: `Helm's YAML, ${noMeaning}`,
      install: (folder) => {
        const rules = path.join(folder, 'rules.yaml');
        writeFileSync(rules, 'rules:\n  name:\n    given: $\n    then: {function: truthy}\n');
        return [npm(folder, ['@stoplight/spectral-cli'], 'spectral'), 'lint', '-r', rules, values];
      },
    },
    {
      name: 'eslint (yml, json-schema-validator)',
      checks: 'the schema, style of YAML',
      misses: noMeaning,
      install: (folder) => {
        const packages = ['eslint@9', 'eslint-plugin-yml@1', 'eslint-plugin-json-schema-validator@5'];
        const program = npm(folder, packages, 'eslint');
        const config = path.join(folder, 'eslint.config.mjs');
        writeFileSync(
          config,
          [
            "import yml from 'eslint-plugin-yml';",
            "import validator from 'eslint-plugin-json-schema-validator';",
            "export default [...yml.configs['flat/base'], { files: ['**/*.yaml'], plugins: { validator }, rules: {",
            `  'validator/no-invalid': ['error', { schemas: [{ fileMatch: ['**/*.yaml'], schema: ${JSON.stringify(schema)} }], useSchemastoreCatalog: false }] } }];`,
          ].join('\n'),
        );
        return [program, '--no-ignore', '-c', config, values];
      },
    },
    {
      name: 'yamllint',
      checks: 'style and duplicate keys of YAML',
      misses: `the schema, ${noMeaning}`,
      install: (folder) => [pip(folder, 'yamllint'), '-d', 'relaxed', values],
    },
    {
      name: 'check-jsonschema',
      checks: 'the schema',
      misses: `positions, ${noMeaning}`,
      install: (folder) => [pip(folder, 'check-jsonschema'), '--schemafile', schema, values],
    },
    ...(['v3', 'v4'] as const).flatMap((major): Candidate[] =>
      (['lint', 'template'] as const).map((verb) => ({
        name: `helm ${major.slice(1)} ${verb}`,
        checks: 'the schema, that templates render',
        misses: 'positions, what values mean',
        install: (folder) => [
          go(folder, `helm.sh/helm/${major}/cmd/helm@latest`, 'helm'),
          ...(verb === 'lint' ? ['lint', chart] : ['template', 'bench', chart]),
          '-f',
          values,
        ],
      })),
    ),
    {
      name: 'kubeconform',
      checks: 'rendered manifests; here only starts',
      misses: 'values: it needs helm template first',
      install: (folder) => [
        go(folder, 'github.com/yannh/kubeconform/cmd/kubeconform@latest', 'kubeconform'),
        '-v',
      ],
    },
  ];
}

/** Installs the peers by their names into a folder outside of the project, once. */
export function installPeers(cache: string, input: PeerInput): Peer[] {
  return candidates(input).map(({ name, checks, misses, install }) => {
    const folder = path.join(cache, name.replace(/ (lint|template)$/, '').replaceAll(/[^a-z0-9]+/g, '-'));
    mkdirSync(folder, { recursive: true });
    try {
      return { name, checks, misses, command: install(folder) };
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      return { name, checks, misses, command: undefined, reason };
    }
  });
}

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): void {
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    timeout: 900_000,
  });
}
