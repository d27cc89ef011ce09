import type { Attack } from './attack.ts';
import { everyCommand } from './every-command.ts';
import { OUTSIDE, searchCanary } from './outside.ts';

const CHART = 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies: [{ name: sub, version: 1.0.0 }]\n';
const NAMES =
  'Chart.yaml values.yaml values.schema.json templates charts/sub charts/sub-1.0.0.tgz .helmignore templates/a.yaml templates/_h.tpl .chartlint.yaml Chart.lock crds/a.yaml hr.yaml kustomization.yaml fleet.yaml helmfile.yaml'.split(
    ' ',
  );
const COMMANDS = everyCommand('a', 'values-x.yaml');

/** Links of every name that is read, out of the project: to files, folders, devices and the root. */
export const foreignLinks: Attack = async (trial) => {
  await trial.project(OUTSIDE, async (home) => {
    const targets = ['out', 'out/Chart.yaml', 'out/values.yaml', '.git-credentials'].map(
      (name) => `${home}/${name}`,
    );
    for (const name of trial.some(NAMES)) {
      for (const link of trial.some([...targets, '/proc/self/environ', '/dev/zero', '/dev/random', '/'])) {
        const files = { 'Chart.yaml': CHART, 'values-x.yaml': 'a: 1\n', 'values.yaml': 'a: 1\n' };
        await trial.project({ ...files, [name]: { link } }, async (folder) => {
          for (const args of trial.some(COMMANDS)) {
            const { output } = await trial.run(args, folder);
            searchCanary(trial, output, `${args.join(' ')} with ${name} -> ${link}`);
          }
        });
      }
    }
  });
};
