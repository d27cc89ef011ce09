import { chmodSync, linkSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Attack } from './attack.ts';
import { UNFIXED, unfixed } from './unfixed-files.ts';

const OUTPUTS = ['values.yaml', 'o.json', 'folder/new.json', 'dangling.json', 'new/../values.yaml', 'x'];

/** Reports, schemas, types, baselines and `init` that would write over inputs or through links, and `--fix` of linked and guarded files. */
export const foreignOutputs: Attack = async (trial) => {
  await trial.project({ 'v.yaml': UNFIXED, secret: 'keep\n' }, async (outside) => {
    const state = (...files: string[]): string =>
      [readdirSync(outside), ...files.map((file) => readFileSync(file, 'utf8'))].join('\n');
    const links = {
      'o.json': { link: path.join(outside, 'secret') },
      folder: { link: outside },
      'dangling.json': { link: path.join(outside, 'new') },
      '.pre-commit-config.yaml': { link: path.join(outside, 'secret') },
      '.github': { link: outside },
      '.chartlint.yaml': { link: path.join(outside, 'none') },
    };
    await trial.project({ 'values.yaml': UNFIXED, 'x/a': '', ...links }, async (folder) => {
      const guarded = [path.join(outside, 'secret'), path.join(folder, 'values.yaml')];
      const before = state(...guarded);
      for (const output of trial.some(OUTPUTS)) {
        for (const args of trial.some([
          ['--no-config', '--format', 'json', '-o', output],
          ['--no-config', '--format', `json=${output}`],
          ['--no-config', '--update-baseline', '--baseline', output],
          // What these write over is no input of theirs.
          ...(output.endsWith('values.yaml')
            ? []
            : ['schema', 'types'].map((command) => [command, 'colonyos', '--output', output])),
          ['init', '--yes'],
        ])) {
          const { code } = await trial.run(args, folder);
          if (state(...guarded) !== before) trial.found(`${args.join(' ')} writes over what is there`);
          if (code !== 2) trial.found(`${args.join(' ')} ends with ${code}`);
        }
      }
    });
    const link = { link: path.join(outside, 'v.yaml') };
    const copies = {
      'twin/values.yaml': UNFIXED,
      'guarded/values.yaml': UNFIXED,
      'mode/values.yaml': UNFIXED,
    };
    await trial.project({ ...copies, 'link/values.yaml': link }, async (folder) => {
      const at = (name: string): string => path.join(folder, name);
      linkSync(at('twin/values.yaml'), at('twin/other'));
      chmodSync(at('guarded/values.yaml'), 0o444);
      chmodSync(at('mode/values.yaml'), 0o640);
      const { stderr } = await trial.run(['--fix'], folder);
      if (readFileSync(path.join(outside, 'v.yaml'), 'utf8') !== UNFIXED) trial.found('--fix follows a link');
      if (readFileSync(at('guarded/values.yaml'), 'utf8') !== UNFIXED)
        trial.found('--fix writes a read-only file');
      if (!stderr.includes('guarded/values.yaml')) trial.found(`a read-only file is passed over: ${stderr}`);
      const other = readFileSync(at('twin/other'), 'utf8');
      if (other === UNFIXED || unfixed(other) !== UNFIXED) trial.found('a hard link is taken apart');
      if ((statSync(at('mode/values.yaml')).mode & 0o777) !== 0o640) trial.found('the mode changes');
    });
  });
};
