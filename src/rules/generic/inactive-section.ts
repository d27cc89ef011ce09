import { formatPath } from '../../model/format-path.ts';
import type { GateRole } from '../../model/gate-role.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { isUserLayer, type Layer } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { samePath, startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { settingNames } from '../setting-names.ts';
import { withoutEffect } from '../without-effect.ts';

export const rule = defineRule({
  id: 'inactive-section',
  severity: 'info',
  recommended: true,
  silentAfter: ['schema/unknown-key'],
  docs: {
    summary: 'Settings were changed in a section that its switch turns off.',
    why: 'The chart renders nothing of the section while the switch is off: the limits, the budget or the Ingress that the file describes do not exist. A section that is switched off in the same file that fills it is taken for parked on purpose and not reported.',
    source:
      'Conditions in the templates of the charts (`if .Values.colonies.resources.enabled` …); the sections that `helm create` makes.',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'colonies:\n  resources:\n    limits:\n      cpu: "4"\n' },
      { chart: 'colonyos', values: 'network:\n  nodeport: 30100\n' },
      {
        values: 'ingress:\n  hosts:\n    - host: a.corp.net\n',
        defaults: 'ingress:\n  enabled: false\n  hosts: []\n',
      },
    ],
    good: [
      {
        chart: 'colonyos',
        values: 'colonies:\n  resources:\n    enabled: true\n    limits:\n      cpu: "4"\n',
      },
      { values: 'ingress:\n  enabled: false\n  hosts:\n    - host: a.corp.net\n' },
      { chart: 'colonyos', values: 'colonies:\n  resources:\n    limits:\n      cpu: 2000m\n' },
    ],
  },
  *check(release) {
    const off = release.roles.gates.filter(({ on }) => !on);
    const reported: ValuesPath[] = [];
    for (const gate of off) {
      const settings = gate.sections
        .filter((section) => !isDead(release, section))
        .flatMap((section) => [...changedLeaves(release, section)])
        .filter((path) => !samePath(path, gate.path) && !reported.some((other) => samePath(other, path)))
        .filter((path) => !gate.isOwn || !isParked(release, gate, path));
      const idle = withoutEffect(release, settings, (path) => [path]);
      const [first] = idle;
      if (first === undefined) continue;
      reported.push(...idle);
      const name = formatPath(gate.path);
      yield {
        at: first,
        part: 'key',
        problem: `${settingNames(idle)} ${idle.length === 1 ? 'has' : 'have'} no effect because ${name} is false`,
        help: `Set ${name} to true, or remove what is not used.`,
        related: [{ at: gate.path, message: `${name} is off here` }],
      };
    }
  },
});

/** Whether the layer that fills the section also says that it is off. */
function isParked(release: Release, gate: GateRole, path: ValuesPath): boolean {
  return winner(release, gate.path) === winner(release, path);
}

function winner(release: Release, path: ValuesPath): Layer | undefined {
  return release.values.layersSetting(path).findLast(isUserLayer);
}

function isDead(release: Release, section: ValuesPath): boolean {
  const annotations = release.chart?.annotations ?? [];
  return annotations.some(
    ({ pattern, annotation }) => annotation.dead !== undefined && startsWith(section, pattern),
  );
}

/** Leaves below the path that a user layer set to something else than the default, and not to nothing. */
function* changedLeaves(release: Release, path: ValuesPath): Iterable<ValuesPath> {
  const value = valueAt(release.values.data, path);
  if (isJsonObject(value)) {
    for (const key of Object.keys(value)) yield* changedLeaves(release, [...path, key]);
  } else if (!isOff(value) && release.values.changedByUser(path)) yield path;
}

function isOff(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
