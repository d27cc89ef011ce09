import { FORMATS } from '../../cli/format-report.ts';
import type { Attack } from './attack.ts';

const RANDOM = 'Xq9hunterXq9hunterXq9hunterXq9hunterXq9hunterXq9';
const upTo = (length: number): string => RANDOM.slice(0, length);

/** Secrets that only their form gives away. */
const SECRETS: readonly string[] = [
  `AKIA${'Q7DORMOUSE52XPLK'}`,
  `ghp_${upTo(36)}`,
  `github_pat_${upTo(22)}_${upTo(48)}${upTo(11)}`,
  `glpat-${upTo(20)}`,
  `xoxb-123456789012-123456789012-${upTo(24)}`,
  `https://hooks.slack.com/services/T00000000/B00000000/${upTo(24)}`,
  `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${upTo(43)}`,
  `npm_${upTo(36)}`,
  `sk_live_${upTo(24)}`,
  `AIza${upTo(35)}`,
  `SG.${upTo(22)}.${upTo(43)}`,
  `dop_v1_${'a1b2c3d4'.repeat(8)}`,
  `hvs.${upTo(30)}`,
];
const PLACES: readonly ((secret: string) => string)[] = [
  (secret) => `x: ${secret}`,
  (secret) => `x: ["${secret}"] # so`,
  (secret) => `# note: ${secret}`,
  (secret) => `x: |\n  some ${secret} text`,
  (secret) => `args: ["--header=X: ${secret}"]`,
  (secret) => `x: '{"y": "${secret}"}'`,
  (secret) => `${secret}: 1`,
  (secret) => `x: https://host/?a=${secret}&b=1`,
];
const PAD = 'image:\n  repository: python\n  tag: 3.10\n';

/** Secrets under names that tell nothing, in every place of values; each output is searched for them. */
export const knownFormats: Attack = async (trial) => {
  for (const secret of trial.some(SECRETS)) {
    for (const place of trial.some(PLACES)) {
      const text = place(secret);
      const files = {
        'values.yaml': `${text}\n${PAD}`,
        'b/values.yaml': `${PAD}${text}\nimage: 1\n`,
        'c/values.yaml': `${text}\nbroken: [\n`,
      };
      await trial.project(files, async (folder) => {
        for (const args of trial.some([
          ...FORMATS.map((format) => ['--preset', 'strict', '--format', format]),
          ['--fix-unsafe', '--diff'],
          ['values', 'values.yaml'],
          ['values', 'values.yaml', '--format', 'json'],
          ['why', 'x', 'values.yaml'],
          ['diff', 'values.yaml', '--from', 'b/values.yaml'],
        ])) {
          const { output } = await trial.run(args, folder);
          const line = output.split('\n').find((one) => one.includes(secret));
          if (line !== undefined)
            trial.found(`${args.join(' ')} shows ${text}: ${line.trim().slice(0, 200)}`);
        }
      });
    }
  }
};
