import { FORMATS } from '../../cli/format-report.ts';
import { BROKEN_SECRETS, PLANTED, SECRET_SHAPES } from '../hostile/secret-shapes.ts';
import type { Attack } from './attack.ts';
import { gitopsProject } from './gitops-project.ts';

const MANIFESTS = [
  'flux/hr.yaml',
  'argo/app.yaml',
  'argo/object.yaml',
  'argo/set.yaml',
  'kust/kustomization.yaml',
  'hf/helmfile.yaml',
  'fleet/fleet.yaml',
  'k3s/hc.yaml',
  'crossplane/r.yaml',
];

/** Every shape of a secret in values of every GitOps tool; each output is searched for it. */
export const plantedSecrets: Attack = async (trial) => {
  for (const [i, shape] of trial.some([...SECRET_SHAPES, ...BROKEN_SECRETS]).entries()) {
    const key = /[\w.-]+/.exec(shape)![0].replace(/^\.(.*)/, '["$&"]');
    await trial.project(gitopsProject(shape), async (folder) => {
      const search = async (args: readonly string[]): Promise<void> => {
        const { output } = await trial.run(args, folder);
        const line = output.split('\n').find((one) => one.includes(PLANTED));
        if (line !== undefined)
          trial.found(`${args.join(' ')} shows ${JSON.stringify(shape)}: ${line.trim().slice(0, 200)}`);
      };
      // All formats and manifests with some shapes, so that it ends.
      const formats = i % 6 === 0 ? FORMATS : ['pretty' as const, FORMATS[i % FORMATS.length]!];
      for (const format of trial.some(formats)) await search(['--preset', 'strict', '--format', format]);
      await search(['--fix-unsafe', '--diff']);
      for (const file of trial.some(i % 6 === 0 ? MANIFESTS : [MANIFESTS[i % MANIFESTS.length]!])) {
        for (const args of [
          ['values', file],
          ['values', file, '--origin'],
          ['values', file, '--format', 'json'],
          ['render', file],
          ['why', 'password', file],
          ['why', key, file],
          ['why', key, file, '--format', 'json'],
          ['diff', file, '--from', 'flux/hr.yaml'],
        ])
          await search(args);
      }
    });
  }
};
