import { describe, expect, it } from 'vitest';
import { SourceFiles } from '../../src/documents/source-files.ts';
import { memoryFiles } from '../../src/files/memory-files.ts';
import { openRepository } from '../../src/gitops/open-repository.ts';
import { releasesIn } from '../../src/gitops/releases-in.ts';
import { Draft } from '../../src/merge/draft.ts';
import { inHelmsOrder, userValues } from '../../src/merge/user-values.ts';

/** The values of each release of a file, by name. */
function valuesIn(file: string, files: Readonly<Record<string, string>>): Record<string, unknown> {
  const all = memoryFiles(Object.entries(files).map(([name, text]) => [`/${name}`, text]));
  const repository = openRepository(new SourceFiles({ cwd: '/' }, all), { folder: '/', roots: ['/'] });
  return Object.fromEntries(
    releasesIn(`/${file}`, repository).map(({ name, layers }) => [
      name,
      userValues(new Draft(), inHelmsOrder(layers), undefined).data,
    ]),
  );
}

const CONFIG =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: apps}\ndata:\n  values.yaml: "a: map\\nb: map\\nc: map"\n---\n' +
  'apiVersion: v1\nkind: Secret\nmetadata: {name: config, namespace: apps}\nstringData:\n  values.yaml: "b: secret"\n';
const REFERENCES =
  '[{configMapKeyRef: {name: config, namespace: apps}, secretKeyRef: {name: config, namespace: apps}}]';

/** internal/cmd/controller/options/calculate.go and internal/helmdeployer/install.go of rancher/fleet. */
describe('Fleet', () => {
  it('reads valuesFrom over what targets say, and of one item the Secret last', () => {
    const fleet = `defaultNamespace: apps\nhelm:\n  chart: web\n  repo: https://charts.example.org\n  values: {a: base, d: base}\n  valuesFrom: ${REFERENCES}\ntargetCustomizations:\n- name: prod\n  helm: {values: {a: target, d: target, e: target}}\n`;
    const values = valuesIn('web/fleet.yaml', { 'web/fleet.yaml': fleet, 'config.yaml': CONFIG });
    expect(values).toEqual({
      web: { a: 'map', b: 'secret', c: 'map', d: 'base' },
      prod: { a: 'map', b: 'secret', c: 'map', d: 'target', e: 'target' },
    });
  });
});

/** pkg/controllers/chart/chart.go of k3s-io/helm-controller. */
describe('k3s', () => {
  const chart = (spec: string): string =>
    `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: web, namespace: kube-system}\nspec:\n  chart: web\n${spec}`;

  it('lays values over valuesContent, the config over both, and set over all', () => {
    const file = `${chart('  valuesContent: "a: 1\\nb: 1\\nc: 1\\nd: 1"\n  values: {b: 2, c: 2, d: 2}\n  set: {d: "4"}\n')}---\napiVersion: helm.cattle.io/v1\nkind: HelmChartConfig\nmetadata: {name: web, namespace: kube-system}\nspec:\n  valuesContent: "c: 3\\nd: 3"\n`;
    expect(valuesIn('web.yaml', { 'web.yaml': file })).toEqual({ web: { a: 1, b: 2, c: 3, d: '4' } });
  });

  it('types whole numbers, true, false and null in set, and escapes commas that are not', () => {
    const file = chart(
      "  set: {a: 3, b: '3', c: 'True', d: 'null', e: 'x,y', f: 'x\\,y', g: 'x\\\\,h=1', i: '1.5', j: '007'}\n",
    );
    expect(valuesIn('web.yaml', { 'web.yaml': file })).toEqual({
      web: { a: 3, b: '3', c: true, d: null, e: 'x,y', f: 'x,y', g: 'x\\,h=1', i: '1.5', j: '007' },
    });
  });
});

/** pkg/controller/release/values.go of crossplane-contrib/provider-helm. */
describe('Crossplane', () => {
  it('lays values over valuesFrom, and set over both', () => {
    const file = `apiVersion: helm.crossplane.io/v1beta1\nkind: Release\nmetadata: {name: web}\nspec:\n  forProvider:\n    chart: {name: web}\n    valuesFrom:\n    - configMapKeyRef: {name: config, namespace: apps}\n    values: {b: values, c: values}\n    set:\n    - {name: c, value: "7"}\n`;
    expect(valuesIn('web.yaml', { 'web.yaml': file, 'config.yaml': CONFIG })).toEqual({
      web: { a: 'map', b: 'values', c: 7 },
    });
  });
});
