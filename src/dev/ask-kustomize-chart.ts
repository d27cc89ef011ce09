import { spawnSync } from 'node:child_process';
import type { JsonObject } from '../model/json-value.ts';
import { inCaseFolder } from './in-case-folder.ts';
import type { KustomizeChartCase } from './kustomize-chart-case.ts';

const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | b64enc }}\n';

/** Asks the real Kustomize, with a real Helm (both paths of programs), what the chart gets in a case; its error where it stops. */
export function askKustomizeChart(
  { files, chartValues }: KustomizeChartCase,
  kustomize: string,
  helm: string,
): JsonObject | { readonly error: string } {
  const chart = {
    'charts/chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    'charts/chart/values.yaml': chartValues,
    'charts/chart/templates/values.yaml': TEMPLATE,
  };
  const { stdout, stderr } = inCaseFolder({ ...files, ...chart }, (folder) =>
    spawnSync(kustomize, ['build', '--enable-helm', '--helm-command', helm, folder], { encoding: 'utf8' }),
  );
  const encoded = /^ {2}values: (\S+)$/m.exec(stdout)?.[1];
  return encoded === undefined ? { error: stderr } : JSON.parse(Buffer.from(encoded, 'base64').toString());
}
