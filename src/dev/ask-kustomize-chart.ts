import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../model/json-value.ts';
import type { KustomizeChartCase } from './kustomize-chart-case.ts';

const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | b64enc }}\n';

/** Asks the real Kustomize, with a real Helm (both paths of programs), what the chart gets in a case; its error where it stops. */
export function askKustomizeChart(
  { files, chartValues }: KustomizeChartCase,
  kustomize: string,
  helm: string,
): JsonObject | { readonly error: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-kustomize-'));
  const write = (target: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, target)), { recursive: true });
    writeFileSync(path.join(folder, target), text);
  };
  for (const [target, text] of Object.entries(files)) write(target, text);
  write('charts/chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n');
  write('charts/chart/values.yaml', chartValues);
  write('charts/chart/templates/values.yaml', TEMPLATE);
  const { stdout, stderr } = spawnSync(
    kustomize,
    ['build', '--enable-helm', '--helm-command', helm, folder],
    {
      encoding: 'utf8',
    },
  );
  rmSync(folder, { recursive: true });
  const encoded = /^ {2}values: (\S+)$/m.exec(stdout)?.[1];
  return encoded === undefined ? { error: stderr } : JSON.parse(Buffer.from(encoded, 'base64').toString());
}
