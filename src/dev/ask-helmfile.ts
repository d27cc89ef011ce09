import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JsonObject } from '../model/json-value.ts';
import { CHART_VALUES, type HelmfileCase } from './helmfile-case.ts';

const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | quote }}\n';

/** Asks the real helmfile, with a real Helm (both paths of programs), what the chart gets in a case; its error where it stops. */
export function askHelmfile(
  { files, file, environment }: HelmfileCase,
  helmfile: string,
  helm: string,
): JsonObject | { readonly error: string } {
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
  const { stdout, stderr } = spawnSync(
    helmfile,
    ['-q', '-b', helm, '-f', file, ...flags, 'template', '--skip-deps'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  rmSync(folder, { recursive: true });
  const quoted = /^ {2}values: (".*")$/m.exec(stdout)?.[1];
  return quoted === undefined ? { error: stderr || stdout } : JSON.parse(JSON.parse(quoted));
}
