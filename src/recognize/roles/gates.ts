import type { ChartProfile } from '../../model/chart-profile.ts';
import type { GateRole } from '../../model/gate-role.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Sections that charts render only while their `enabled` is true, by the names that charts agree on. */
const SECTIONS = new Set(
  (
    'resources poddisruptionbudget pdb autoscaling hpa horizontalpodautoscaler verticalpodautoscaler vpa keda servicemonitor ' +
    'podmonitor prometheusrule prometheusrules grafanadashboard grafanadashboards ingress httproute gatewayroute ' +
    'networkpolicy livenessprobe readinessprobe startupprobe backup'
  ).split(' '),
);

/** Switches that decide whether a section is rendered at all: annotated ones, and `enabled` in well-known sections. */
export function recognizeGates(view: ValuesView): GateRole[] {
  const { index, chart, modes } = view;
  const gates = new Map<string, GateRole>();
  for (const { path, value, annotation } of view.annotated('gate')) {
    if (typeof value !== 'boolean') continue;
    const sections = (annotation.gates ?? []).map(parsePointer);
    gates.set(toPointer(path), { path, on: value, sections, isOwn: false });
  }
  // What a mode selects is the business of modes.
  const taken = new Set(modes.map(({ path }) => toPointer(path)));
  for (const { section, conditions } of chart?.switches ?? []) {
    const path = conditions.find((one) => typeof valueAt(view.data, one) === 'boolean');
    if (path === undefined || taken.has(toPointer(path))) continue;
    const on = valueAt(view.data, path) === true;
    const others = gates.get(toPointer(path))?.sections ?? [];
    gates.set(toPointer(path), {
      path,
      on,
      sections: [...others, section],
      isOwn: startsWith(path, section),
    });
  }
  for (const node of index.mapsNamed(({ lower }) => SECTIONS.has(lower))) {
    if (typeof node.map.enabled !== 'boolean' || typeof node.key !== 'string') continue;
    const path = pathOf(node, 'enabled');
    const pointer = toPointer(path);
    if (gates.has(pointer) || taken.has(pointer) || !isTested(chart, path)) continue;
    gates.set(pointer, { path, on: node.map.enabled, sections: [pathOf(node)], isOwn: true });
  }
  return [...gates.values()];
}

/** Whether some template asks for the switch; true when nobody knows. */
function isTested(chart: ChartProfile | undefined, path: ValuesPath): boolean {
  const templates = chart?.templates;
  return templates?.complete !== true || templates.usesOf(path).has('test');
}
