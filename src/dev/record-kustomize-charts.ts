import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHART_VALUES, KUSTOMIZE_CHART_CASES } from '../../test/gitops/kustomize-chart-cases.ts';

/**
 * Asks the real Kustomize what a chart gets in each case and writes the answers to a fixture: `record-kustomize-charts KUSTOMIZE HELM`, both paths
 * of programs (`go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1`).
 */
const [kustomize = 'kustomize', helm = 'helm'] = process.argv.slice(2);
const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | b64enc }}\n';
const answers: Record<string, unknown> = {};
for (const { name, files } of KUSTOMIZE_CHART_CASES) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-kustomize-'));
  const write = (target: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, target)), { recursive: true });
    writeFileSync(path.join(folder, target), text);
  };
  for (const [target, text] of Object.entries(files)) write(target, text);
  write('charts/chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n');
  write('charts/chart/values.yaml', CHART_VALUES);
  write('charts/chart/templates/values.yaml', TEMPLATE);
  const out = execFileSync(kustomize, ['build', '--enable-helm', '--helm-command', helm, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const encoded = /^ {2}values: (\S+)$/m.exec(out)?.[1];
  if (encoded === undefined) throw new Error(`${name}: ${out}`);
  answers[name] = JSON.parse(Buffer.from(encoded, 'base64').toString());
  rmSync(folder, { recursive: true });
}
const target = fileURLToPath(new URL('../../fixtures/gitops/kustomize-chart-answers.json', import.meta.url));
writeFileSync(target, `${JSON.stringify(answers, null, 1)}\n`);
