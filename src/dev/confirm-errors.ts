import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { lint } from '../api-node/lint.ts';
import { startOracle } from './ask-oracle.ts';
import { chartRuns } from './compare-chart.ts';
import { findHelms } from './find-helm.ts';
import { startKubernetes } from './kubernetes-judge.ts';

/**
 * Prints every error that chartlint's rendering and its checks of manifests report on the default values and the `ci/` overlays of
 * charts, with what real Helm, Kubernetes' schemas (../shared/oracle) and Kubernetes' own validation say of the same release:
 * `tsx src/dev/confirm-errors.ts FOLDER|LIST [FROM] [TO]`. The numbers cut the list of runs into pieces. Exits 1 when an error is
 * confirmed by none of the three.
 */
const KUBE = '1.34';
const [target = '', from = '0', to = '1000000'] = process.argv.slice(2);
if (!existsSync(target)) throw new Error('Name a folder of charts, or a file that lists chart directories');
const helm = findHelms().find(({ name }) => name === 'helm4');
if (helm === undefined) throw new Error('Helm 4 has to be on the PATH');
const oracle = startOracle(path.resolve('../shared/oracle/manifests.py'), helm.binary, KUBE);
const kubernetes = startKubernetes();
const folders = statSync(target).isDirectory() ? [target] : readFileSync(target, 'utf8').trim().split('\n');
const runs = folders
  .flatMap((folder) => chartRuns(folder))
  .filter(({ overlay }) => overlay === undefined || overlay.startsWith('ci/'))
  .slice(Number(from), Number(to));
let errors = 0;
let unconfirmed = 0;
for (const { directory, overlay } of runs) {
  const own = await ownErrors(directory, overlay);
  if (own.length === 0) continue;
  const said = await verdict(directory, overlay);
  errors += own.length;
  if (said.length === 0) unconfirmed += own.length;
  process.stdout.write(`${said.length === 0 ? 'UNCONFIRMED' : 'confirmed'}: ${directory} ${overlay ?? ''}\n`);
  for (const text of own) process.stdout.write(`    chartlint: ${text}\n`);
  for (const text of said.slice(0, 6))
    process.stdout.write(`    judge:     ${text.slice(0, 400).replaceAll(/\s+/g, ' ')}\n`);
}
oracle.end();
kubernetes.end();
const charts = new Set(runs.map(({ directory }) => directory)).size;
process.stdout.write(
  `${charts} charts, ${runs.length} releases: ${errors} errors, ${unconfirmed} of them in releases that no judge refuses\n`,
);
process.exitCode = unconfirmed > 0 ? 1 : 0;

async function ownErrors(directory: string, overlay: string | undefined): Promise<string[]> {
  const file = overlay ?? 'values.yaml';
  if (!existsSync(path.join(directory, file))) return [];
  const { findings } = await lint([file], {
    cwd: directory,
    chart: directory,
    config: false,
    kubeVersion: KUBE,
  });
  return findings
    .filter(({ rule, severity }) => severity === 'error' && /^(?:kubernetes|template)\//.test(rule))
    .map(({ rule, file: at, line, message }) => `${rule} ${at}:${line} ${message}`);
}

async function verdict(directory: string, overlay: string | undefined): Promise<string[]> {
  const files = overlay === undefined ? [] : [path.join(directory, overlay)];
  const { render, violations, custom, text } = await oracle.ask(directory, files);
  if (render !== null) return [`Helm: ${render}`];
  return [
    ...violations.map((one) => `schema: ${one}`),
    ...custom.map((one) => `definition: ${one}`),
    ...(await kubernetes.refusalsIn(text)).map((one) => `validation: ${one}`),
  ];
}
