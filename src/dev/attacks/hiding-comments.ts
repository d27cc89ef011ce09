import { FORMATS } from '../../cli/format-report.ts';
import { PLANTED } from '../hostile/secret-shapes.ts';
import type { Attack } from './attack.ts';

const COMMENTS = [
  '# chartlint-disable-file',
  '# chartlint-disable-file yaml/syntax',
  '# chartlint-disable-file *',
  '# chartlint-disable-file yaml/syntax, plaintext-secret -- because',
  '# chartlint-disable',
  '# chartlint-disable-next-line',
  '# chartlint-disable-file files/unreadable',
];
const BROKEN = [
  'a: [',
  'a: *nowhere',
  '\ta: 1',
  'a: "\\q"',
  'a: {',
  'a: &x [*x',
  '- a\nb: 1',
  'a: b: c',
  '%YAML 9\n---\n{',
  'a: 1\na: {',
];

/** Comments that would hide what they may not: syntax errors, and all with `--no-inline-config` or a rule in `commentsMayNotHide`. */
export const hidingComments: Attack = async (trial) => {
  for (const comment of trial.some(COMMENTS)) {
    for (const broken of trial.some(BROKEN)) {
      await trial.project({ 'values.yaml': `${comment}\n${broken}\n${comment}\n` }, async (folder) => {
        for (const format of trial.some(FORMATS)) {
          const { code } = await trial.run(['--format', format], folder);
          if (code !== 1) trial.found(`${comment} hides ${JSON.stringify(broken)} in ${format}`);
        }
      });
    }
    const secret = `${comment}\npassword: ${PLANTED}Long1 # chartlint-disable-line\n`;
    for (const [flag, configuration] of [
      ['--no-inline-config', ''],
      ['--quiet', 'commentsMayNotHide: ["*"]\n'],
      ['--quiet', 'commentsMayNotHide: [plaintext-secret]\n'],
    ] as const) {
      await trial.project({ 'values.yaml': secret, '.chartlint.yaml': configuration }, async (folder) => {
        const rule = ['--rule', 'plaintext-secret:error'];
        const { output } = await trial.run([flag, ...rule, '--format', 'concise'], folder);
        if (!output.includes('plaintext-secret'))
          trial.found(`${comment} hides a secret with ${flag} ${configuration}`);
      });
    }
  }
};
