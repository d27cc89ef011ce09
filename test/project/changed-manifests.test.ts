import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/files/disk-files.ts';
import { planReleases } from '../../src/project/plan-releases.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint-changed-'));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example', ...args], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
}

const CHART = (name: string): string => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`;
const OBJECT = (api: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${api}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: web}\n${rest}`;
const HELM_RELEASE = (name: string, chart: string, more = ''): string =>
  OBJECT(
    'helm.toolkit.fluxcd.io/v2',
    'HelmRelease',
    name,
    `spec:\n  chart: {spec: {chart: ${chart}, sourceRef: {kind: GitRepository, name: git}${more}}}\n`,
  );

/** A repository in which every tool has releases. */
const FILES: Readonly<Record<string, string>> = {
  'charts/web/Chart.yaml': CHART('web'),
  'charts/web/templates/web.yaml': 'a: 1\n',
  'charts/web/values-prod.yaml': 'a: 1\n',
  'charts/shop/Chart.yaml': CHART('shop'),
  'charts/shop/values.schema.json': '{}\n',
  'mapped/Chart.yaml': CHART('other'),
  'flux/base/release.yaml': `${HELM_RELEASE('web', 'charts/web', ', valuesFiles: [charts/web/values-prod.yaml]')}  valuesFrom:\n    - {kind: ConfigMap, name: made}\n`,
  'flux/base/made.yaml': 'a: 2\n',
  'flux/base/kustomization.yaml':
    'namespace: web\nresources: [release.yaml]\nconfigMapGenerator:\n  - {name: made, files: [values.yaml=made.yaml]}\ngeneratorOptions: {disableNameSuffixHash: true}\n',
  'flux/prod/kustomization.yaml':
    'resources: [../base]\ncomponents: [../extra]\npatches:\n  - path: patch.yaml\n',
  'flux/prod/patch.yaml':
    'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: web, namespace: web}\nspec: {values: {a: 3}}\n',
  'flux/extra/kustomization.yaml':
    "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - target: {kind: HelmRelease}\n    patch: '[{op: add, path: /spec/values/b, value: 1}]'\n",
  'flux/prod.yaml': OBJECT(
    'kustomize.toolkit.fluxcd.io/v1',
    'Kustomization',
    'prod',
    'spec: {path: ./flux/prod, prune: true, sourceRef: {kind: GitRepository, name: git}}\n',
  ),
  'alone/release.yaml': `${HELM_RELEASE('alone', 'charts/shop')}  valuesFrom: [{kind: ConfigMap, name: beside}]\n`,
  'alone/config.yaml': OBJECT('v1', 'ConfigMap', 'beside', 'data: {values.yaml: "a: 1"}\n'),
  'argo/app.yaml': OBJECT(
    'argoproj.io/v1alpha1',
    'Application',
    'app',
    'spec:\n  sources:\n    - {repoURL: https://git.example.com/a.git, path: charts/web, helm: {valueFiles: [$values/argo/app-values.yaml]}}\n    - {repoURL: https://git.example.com/a.git, ref: values}\n',
  ),
  'argo/app-values.yaml': 'a: 1\n',
  'helmfile/helmfile.yaml':
    'bases: [base.yaml]\n---\nreleases:\n  - {name: file, chart: ../charts/shop, values: [file-values.yaml]}\n',
  'helmfile/base.yaml': 'helmDefaults: {wait: true}\n',
  'helmfile/file-values.yaml': 'a: 1\n',
  'inflated/kustomization.yaml':
    'helmGlobals: {chartHome: ../charts}\nhelmCharts:\n  - {name: web, releaseName: inflated, valuesFile: inflated-values.yaml}\n',
  'inflated/inflated-values.yaml': 'a: 1\n',
  'fleet/fleet.yaml':
    'helm: {chart: ../charts/shop, releaseName: bundle, valuesFiles: [fleet-values.yaml]}\n',
  'fleet/fleet-values.yaml': 'a: 1\n',
  'k3s/chart.yaml': OBJECT(
    'helm.cattle.io/v1',
    'HelmChart',
    'node',
    'spec: {chart: other, valuesContent: "a: 1"}\n',
  ),
  'k3s/config.yaml': OBJECT(
    'helm.cattle.io/v1',
    'HelmChartConfig',
    'node',
    'spec: {valuesContent: "a: 2"}\n',
  ),
  'crossplane/release.yaml': OBJECT(
    'helm.crossplane.io/v1beta1',
    'Release',
    'cross',
    'spec: {forProvider: {chart: {name: other, repository: https://charts.example.com}, valuesFrom: [{configMapKeyRef: {name: beside, namespace: web, key: values.yaml}}]}}\n',
  ),
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'all');
});

afterAll(() => rmSync(root, { recursive: true }));

const [FLUX, ARGO, FILE] = ['HelmRelease web/web', 'Application web/app', 'helmfile release file'];
const [CHARTS, FLEET, NODE] = ['helmCharts inflated', 'Fleet helm bundle', 'HelmChart web/node'];
const CROSS = 'Release web/cross';

/** The names of the releases in manifests that are linted when the file has changed, or is gone. */
async function touchedBy(file: string, change: 'changed' | 'gone' = 'changed'): Promise<string[]> {
  if (change === 'gone') rmSync(path.join(root, file));
  else appendFileSync(path.join(root, file), '\n');
  try {
    const planned = await planReleases(diskFiles, {
      cwd: root,
      inputs: ['.'],
      overlays: [],
      sets: [],
      context: { cluster: {} },
      changes: { kind: 'since', base: 'HEAD', announced: [] },
    });
    return planned.flatMap(({ id, manifest }) => (manifest === undefined ? [] : [id.name ?? '?'])).toSorted();
  } finally {
    writeFileSync(path.join(root, file), FILES[file]!);
  }
}

describe('--changed', () => {
  it.each<[string, string[]]>([
    ['flux/base/made.yaml', [FLUX]],
    ['argo/app-values.yaml', [ARGO]],
    ['helmfile/file-values.yaml', [FILE]],
    ['inflated/inflated-values.yaml', [CHARTS]],
    ['fleet/fleet-values.yaml', [FLEET]],
    ['charts/shop/values.schema.json', [FLEET, 'HelmRelease web/alone', FILE]],
  ])('lints what needs %s, which is gone', async (file, names) => {
    expect(await touchedBy(file, 'gone')).toEqual(names.toSorted());
  });

  it.each<[string, string[]]>([
    ['flux/base/release.yaml', [FLUX]],
    ['flux/base/made.yaml', [FLUX]],
    ['flux/base/kustomization.yaml', [FLUX]],
    ['flux/prod/kustomization.yaml', [FLUX]],
    ['flux/prod/patch.yaml', [FLUX]],
    ['flux/extra/kustomization.yaml', [FLUX]],
    ['flux/prod.yaml', [FLUX]],
    ['alone/release.yaml', ['HelmRelease web/alone']],
    ['alone/config.yaml', ['HelmRelease web/alone', CROSS]],
    ['argo/app.yaml', [ARGO]],
    ['argo/app-values.yaml', [ARGO]],
    ['helmfile/helmfile.yaml', [FILE]],
    ['helmfile/base.yaml', [FILE]],
    ['helmfile/file-values.yaml', [FILE]],
    ['inflated/kustomization.yaml', [CHARTS]],
    ['inflated/inflated-values.yaml', [CHARTS]],
    ['fleet/fleet.yaml', [FLEET]],
    ['fleet/fleet-values.yaml', [FLEET]],
    ['k3s/chart.yaml', [NODE]],
    ['k3s/config.yaml', [NODE]],
    ['crossplane/release.yaml', [CROSS]],
    ['charts/web/Chart.yaml', [ARGO, CHARTS, FLUX]],
    ['charts/web/templates/web.yaml', [ARGO, CHARTS, FLUX]],
    ['charts/web/values-prod.yaml', [ARGO, CHARTS, FLUX]],
    ['charts/shop/values.schema.json', [FILE, FLEET, 'HelmRelease web/alone']],
    ['mapped/Chart.yaml', [NODE, CROSS]],
  ])('lints for %s', async (file, releases) => {
    expect(await touchedBy(file)).toEqual(releases.toSorted());
  });
});
