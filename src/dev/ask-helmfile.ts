import { spawnSync } from 'node:child_process';
import type { JsonObject } from '../model/json-value.ts';
import { CHART_VALUES, type HelmfileCase } from './helmfile-case.ts';
import { inCaseFolder } from './in-case-folder.ts';

const TEMPLATE =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values}\ndata:\n  values: {{ .Values | toJson | quote }}\n';

/** Asks the real helmfile, with a real Helm (both paths of programs), what the chart gets in a case; its error where it stops. */
export function askHelmfile(
  { files, file, environment }: HelmfileCase,
  helmfile: string,
  helm: string,
): JsonObject | { readonly error: string } {
  const flags = environment === undefined ? [] : ['-e', environment];
  const chart = {
    'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    'chart/values.yaml': CHART_VALUES,
    'chart/templates/values.yaml': TEMPLATE,
  };
  const { stdout, stderr } = inCaseFolder({ ...files, ...chart }, (cwd) =>
    spawnSync(helmfile, ['-q', '-b', helm, '-f', file, ...flags, 'template', '--skip-deps'], {
      cwd,
      encoding: 'utf8',
    }),
  );
  const quoted = /^ {2}values: (".*")$/m.exec(stdout)?.[1];
  return quoted === undefined ? { error: stderr || stdout } : JSON.parse(JSON.parse(quoted));
}
