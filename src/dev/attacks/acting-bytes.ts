import { FORMATS } from '../../cli/format-report.ts';
import type { Attack, AttackFiles, Trial } from './attack.ts';

/** What a log, a terminal or a page acts upon. */
const HOSTILE: readonly string[] = [
  '::error::x',
  '::set-output name=x::y',
  '##[error]x',
  '##[group]',
  '##vso[task.setvariable]x',
  '##teamcity[message]',
  '\u001b[31mred',
  '\u001b]8;;http://evil\u0007x',
  '\u009b31m',
  '\u202eevil',
  '\u2066x',
  '\u0085',
  '\u0007',
  '\r::error::x',
  '\u2028::error::x',
  'a\n::error::b',
  '[click](http://evil)',
  '![x](http://evil)',
  '<img src=x>',
  '@octocat',
  'https://evil.example/x',
  '`a`',
  '|x|',
];
const RUNNERS = [{}, { GITHUB_ACTIONS: 'true' }, { TF_BUILD: 'True' }, { TEAMCITY_VERSION: '1' }];
/** Commands to GitHub's runner that are chartlint's own. */
const OWN = /^::(?:(?:error|warning|notice) file=|(?:end)?group::)/gm;
const COMMANDS = [
  ['why', 'a', 'c/values.yaml'],
  ['why', 'a', 'd/app.yaml'],
  ['drift', 'c'],
  ['diff', 'c/values.yaml', '--from', 'y/values.yaml'],
  ['--fix', '--diff', 'y'],
];
/** What these print is data, which is drawn where a runner shows it. */
const DATA = [
  ['values', 'c'],
  ['render', '--chart', 'c'],
  ['schema', 'c'],
  ['types', 'c'],
  ['values', 'd/hr.yaml'],
  ['render', 'd/hr.yaml'],
  ['values', 'd/helmfile.yaml'],
];

/** Commands of runners, escapes, directions and links in every name and text of a project, in every format and at every runner. */
export const actingBytes: Attack = async (trial) => {
  for (const hostile of trial.some(HOSTILE)) {
    await trial.project(hostileProject(hostile), async (folder) => {
      for (const env of trial.some(RUNNERS)) {
        for (const format of trial.some(FORMATS)) {
          const { stdout, stderr } = await trial.run(['--format', format], folder, { env });
          const where = `--format ${format} of ${JSON.stringify(hostile)} at ${JSON.stringify(env)}`;
          searchBytes(trial, format === 'github' ? stdout.replaceAll(OWN, '') : stdout, where);
          searchBytes(trial, stderr, where);
          if (format === 'markdown') searchLinks(trial, stdout, where);
        }
        for (const args of trial.some(Object.keys(env).length > 0 ? [...COMMANDS, ...DATA] : COMMANDS)) {
          const { output } = await trial.run(args, folder, { env });
          searchBytes(
            trial,
            output,
            `${args.join(' ')} of ${JSON.stringify(hostile)} at ${JSON.stringify(env)}`,
          );
        }
      }
    });
  }
};

function searchBytes(trial: Trial, output: string, where: string): void {
  for (const line of output.split(/\r\n|[\n\r\u2028\u2029\u0085]/)) {
    if (
      /^\s*::(?:error|set-output)|##(?:teamcity)?\[|##vso\[/.test(line) ||
      /(?!\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line)
    ) {
      trial.found(`${where}: ${JSON.stringify(line.slice(0, 200))}`);
      return;
    }
  }
}

function searchLinks(trial: Trial, markdown: string, where: string): void {
  const prose = markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '').replaceAll(/(`+)[^`].*?\1/g, '');
  const link = /(?<!\\)\]\(http:\/\/evil.*|(?<!\\)<img.*|(?<![\w\\])@octocat.*/.exec(prose);
  if (link !== null) trial.found(`${where}: ${link[0].slice(0, 200)}`);
}

function hostileProject(text: string): AttackFiles {
  const q = JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const schema = {
    title: text,
    description: text,
    required: [text],
    properties: { a: { enum: [`${text}x`], 'x-chartlint': { message: text } } },
  };
  return {
    [`x/${text.replaceAll(/[/\n]/g, '_').slice(0, 60)}-values.yaml`]: `${q}: 1\n${q}: 2\n`,
    'y/values.yaml': `a: ${q}\nimage: { repository: ${q}, tag: latest }\n# ${text.replaceAll('\n', ' ')}\nb: [\n`,
    'c/Chart.yaml': `apiVersion: v2\nname: ${q}\nversion: 1.0.0\ndependencies: [{ name: ${q}, version: ${q} }]\n`,
    'c/values.yaml': `a: ${q}\n`,
    'c/README.md': `| Parameter | Default |\n|---|---|\n| \`${text.replaceAll('\n', ' ')}\` | ${text.replaceAll('\n', ' ')} |\n`,
    'c/values.schema.json': JSON.stringify(schema),
    'c/templates/a.yaml': `{{ fail ${q} }}\n`,
    'd/hr.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: ${q}, namespace: ${q} }\nspec:\n  chart: { spec: { chart: ${q}, version: ${q}, sourceRef: { kind: HelmRepository, name: ${q} } } }\n  valuesFrom: [{ kind: ConfigMap, name: ${q}, valuesKey: ${q} }]\n  values: { ${q}: ${q} }\n`,
    'd/app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: ${q} }\nspec:\n  source: { repoURL: ${q}, chart: ${q}, helm: { valueFiles: [${q}], parameters: [{ name: ${q}, value: ${q} }], values: ${q} } }\n`,
    'd/helmfile.yaml': `releases: [{ name: ${q}, chart: ${q}, values: [${q}] }]\n`,
    'd/kustomization.yaml': `resources: [hr.yaml, ${q}]\npatches: [{ path: ${q} }, { patch: ${q} }]\n`,
    '.chartlint.yaml': `charts: [{ files: ${q}, chart: ${q} }]\n`,
  };
}
