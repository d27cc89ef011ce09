import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHART_VALUES, HELMFILE_CASES } from '../../test/gitops/helmfile-cases.ts';

/**
 * Asks the real helmfile what a chart gets in each case and writes the answers to a fixture: `record-helmfile HELMFILE HELM`, both paths of
 * programs (`go install github.com/helmfile/helmfile@v1.1.7`).
 */
const [helmfile = 'helmfile', helm = 'helm'] = process.argv.slice(2);
const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | quote }}\n';
const answers: Record<string, unknown> = {};
for (const { name, files, file, environment } of HELMFILE_CASES) {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-helmfile-'));
  const write = (target: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, target)), { recursive: true });
    writeFileSync(path.join(folder, target), text);
  };
  for (const [target, text] of Object.entries(files)) write(target, text);
  write('chart/Chart.yaml', 'apiVersion: v2\nname: chart\nversion: 1.0.0\n');
  write('chart/values.yaml', CHART_VALUES);
  write('chart/templates/values.yaml', TEMPLATE);
  const flags = environment === undefined ? [] : ['-e', environment];
  const out = execFileSync(helmfile, ['-q', '-b', helm, '-f', file, ...flags, 'template', '--skip-deps'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const quoted = /^ {2}values: (".*")$/m.exec(out)?.[1];
  if (quoted === undefined) throw new Error(`${name}: ${out}`);
  answers[name] = JSON.parse(JSON.parse(quoted));
  rmSync(folder, { recursive: true });
}
const target = fileURLToPath(new URL('../../fixtures/gitops/helmfile-answers.json', import.meta.url));
writeFileSync(target, `${JSON.stringify(answers, null, 1)}\n`);
