import { FORMATS } from '../../cli/format-report.ts';
import type { Attack, AttackFiles } from './attack.ts';
import { OUTSIDE, searchCanary } from './outside.ts';

const CHART = 'apiVersion: v2\nname: a\nversion: 1.0.0\n';

/** A project for each place in which a stranger can write a path. */
function projects(target: string): Readonly<Record<string, AttackFiles>> {
  const t = JSON.stringify(target);
  return {
    modeline: { 'values.yaml': `# yaml-language-server: $schema=${target}\na: 1\n` },
    reference: {
      'Chart.yaml': CHART,
      'values.yaml': 'a: 1\n',
      'values.schema.json': JSON.stringify({ $ref: target }),
    },
    dependency: {
      'Chart.yaml': `${CHART}dependencies: [{ name: b, version: 1.0.0, repository: ${JSON.stringify(`file://${target}`)} }]\n`,
      'values.yaml': 'a: 1\n',
    },
    configuration: {
      'values.yaml': 'a: 1\n',
      '.chartlint.yaml': `charts: [{ files: "*.yaml", chart: ${t} }]\nstacks: [{ name: x, values: [values.yaml, ${t}] }]\nbaseline: ${t}\n`,
    },
    flux: {
      'hr.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: a, namespace: b }\nspec:\n  chart: { spec: { chart: ${t}, sourceRef: { kind: GitRepository, name: x }, valuesFiles: [${t}] } }\n  values: { a: 1 }\n`,
    },
    argo: {
      'app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec:\n  source:\n    repoURL: https://x/y\n    path: ${t}\n    helm: { valueFiles: [${t}], fileParameters: [{ name: a, path: ${t} }] }\n`,
    },
    kustomize: {
      'kustomization.yaml': `helmCharts: [{ name: a, version: 1.0.0, valuesFile: ${t}, additionalValuesFiles: [${t}] }]\nresources: [${t}]\npatches: [{ path: ${t} }]\nconfigMapGenerator: [{ name: v, files: [${JSON.stringify(`values.yaml=${target}`)}], envs: [${t}] }]\nhelmGlobals: { chartHome: ${t} }\n`,
    },
    helmfile: {
      'helmfile.yaml': `bases: [${t}]\nhelmfiles: [${t}]\nreleases:\n- { name: a, chart: ${t}, values: [${t}], secrets: [${t}] }\n`,
    },
    gotmpl: {
      'helmfile.yaml': 'releases:\n- { name: a, chart: ./x, values: [v.yaml.gotmpl] }\n',
      'v.yaml.gotmpl': `a: {{ readFile ${t} | quote }}\nb: {{ env "CANARY_ENV" }}\nc: {{ exec "cat" (list ${t}) }}\nd: {{ readDir ${t} | toJson }}\n`,
      'x/Chart.yaml': CHART,
      'x/values.yaml': 'a: 1\n',
    },
    fleet: { 'fleet.yaml': `helm:\n  chart: ${t}\n  valuesFiles: [${t}]\n` },
    template: {
      'Chart.yaml': CHART,
      'values.yaml': 'a: 1\n',
      'templates/a.yaml': `a: {{ .Files.Get ${t} | quote }}\nb: {{ .Files.Glob "**" | toJson }}\nc: {{ env "CANARY_ENV" }}\nd: {{ (.Files.Glob ${t}).AsConfig }}\n`,
    },
  };
}

/** Paths out of the project, wherever one can be written; no output may show a line of what is there. */
export const foreignPaths: Attack = async (trial) => {
  process.env.CANARY_ENV = 'canary-7f3a';
  await trial.project(OUTSIDE, async (home) => {
    const targets = [
      '/proc/self/environ',
      '/proc/self/cmdline',
      '/proc/self/fd/0',
      '/etc/passwd',
      `${home}/.git-credentials`,
      `${home}/.netrc`,
      `file://${home}/.git-credentials`,
      '~/.git-credentials',
      `${'../'.repeat(12)}proc/self/environ`,
      `${home}/out`,
      `${home}/out/values.schema.json`,
      '/dev/zero',
      '/dev/stdin',
      '/dev/random',
      'link',
      'file:///proc/self/environ',
      `\\\\?\\${home}`,
    ];
    for (const target of trial.some(targets)) {
      for (const [place, files] of trial.some(Object.entries(projects(target)))) {
        await trial.project({ ...files, link: { link: '/proc/self/environ' } }, async (folder) => {
          const [first] = Object.keys(files);
          const stdin = String(files['values.yaml'] ?? '');
          for (const args of trial.some([
            ...FORMATS.map((format) => ['--format', format]),
            ['--fix', '--diff'],
            ['--stdin-filename', 'values.yaml'],
            ['values', '.'],
            ['render', '--chart', '.'],
            ['values', first!],
            ['render', first!],
            ['why', 'a', first!],
            ['diff', first!, '--from', 'values.yaml'],
          ])) {
            const { output } = await trial.run(args, folder, { stdin });
            // The path of the target itself is the stranger's own text.
            searchCanary(trial, output.replaceAll(target, ''), `${args.join(' ')} with ${place} ${target}`);
          }
        });
      }
    }
  });
};
