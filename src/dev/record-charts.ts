import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { askHelmTemplate } from './ask-helm-template.ts';
import { ASKED, type ChartAnswer, chartCases, readRuns } from './chart-case.ts';
import { findHelms } from './find-helm.ts';

/**
 * Lets Helm 3 and 4 render the charts in `fixtures/helm/charts/` and writes what they print to `answers.json`:
 * `npm run record:charts`. Needs both on the PATH.
 */
const helms = findHelms();
if (helms.length < 2) throw new Error('Helm 3 and Helm 4 have to be on the PATH');
for (const folder of chartCases()) {
  const answers: Record<string, Record<string, ChartAnswer>> = {};
  for (const helm of helms) {
    const own: Record<string, ChartAnswer> = {};
    for (const [name, args] of Object.entries(readRuns(folder))) {
      const kube = args.includes('--kube-version') ? [] : ['--kube-version', ASKED.kube];
      const line = [releaseName(args), 'chart', ...kube, ...args.filter(isOfHelm)];
      const { failed, stdout, stderr } = await askHelmTemplate(helm, line, { cwd: folder });
      const error = /(?:^|\n)Error: (.*?)(?:\n\nUse --debug flag.*)?$/s.exec(stderr.trim())?.[1];
      own[name] = failed ? { stdout, error: error ?? stderr } : { stdout };
    }
    answers[helm.name] = own;
  }
  writeFileSync(path.join(folder, 'answers.json'), `${JSON.stringify(answers, null, 2)}\n`);
  process.stdout.write(`${path.basename(folder)}: ${Object.keys(readRuns(folder)).length} runs\n`);
}

/** Helm takes the name of the release as an argument. */
function releaseName(args: readonly string[]): string {
  const at = args.indexOf('--release-name');
  return (at === -1 ? undefined : args[at + 1]) ?? 'release-name';
}

function isOfHelm(arg: string, i: number, args: readonly string[]): boolean {
  return arg !== '--release-name' && args[i - 1] !== '--release-name';
}
