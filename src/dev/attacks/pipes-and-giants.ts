import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Attack } from './attack.ts';

const FILES = {
  'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
  'values.yaml': 'a: 1\n',
  'helmfile.yaml': 'releases: [{ name: a, chart: ., values: [v.yaml.gotmpl] }]\n',
  'kustomization.yaml': 'resources: [hr.yaml]\npatches: [{ path: patch.yaml }]\n',
  'values-x.yaml': 'a: 1\n',
  'beside/values.yaml': 'a: [\n',
};
const NAMES =
  'Chart.yaml values.yaml values.schema.json templates/a.yaml .helmignore charts/sub-1.0.0.tgz hr.yaml kustomization.yaml helmfile.yaml fleet.yaml crds/a.yaml Chart.lock patch.yaml v.yaml.gotmpl .chartlint.yaml'.split(
    ' ',
  );
const COMMANDS = [[], ['values', '.'], ['render', '--chart', '.'], ['--fix'], ['why', 'a', 'values-x.yaml']];
/** Bytes of a file without content. */
const GIANT = 5_000_000_000;

/** A pipe that nobody writes to, and 5 GB, in place of every file that is read: nothing waits, and nothing beside it is hidden. */
export const pipesAndGiants: Attack = async (trial) => {
  for (const name of trial.some(NAMES)) {
    for (const isGiant of [false, true]) {
      const { [name as 'values.yaml']: _, ...files } = FILES;
      await trial.project(files, async (folder) => {
        const file = path.join(folder, name);
        mkdirSync(path.dirname(file), { recursive: true });
        if (isGiant) {
          writeFileSync(file, '');
          truncateSync(file, GIANT);
        } else execFileSync('mkfifo', [file]);
        for (const args of trial.some(COMMANDS)) {
          const { output, code } = await trial.run(args, folder);
          const where = `${args.join(' ')} with ${isGiant ? 'a giant' : 'a pipe'} ${name}`;
          // Without its configuration a run would say something else.
          const isHidden =
            args.length === 0 && name !== '.chartlint.yaml' && !output.includes('beside/values.yaml');
          if (isHidden) trial.found(`${where} hides what lies beside it`);
          if (args.length === 0 && code === 0) trial.found(`${where} is passed over in silence`);
        }
      });
    }
  }
};
