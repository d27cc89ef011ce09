import type { ChartProfile } from '../model/chart-profile.ts';
import type { GateRole } from '../model/gate-role.ts';
import { parsePointer, toPointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { ModeRole } from '../model/roles.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { annotatedValues } from './match-annotations.ts';
import { nameOf, pathOf, type ValueMap } from './value-map.ts';

/** Sections that charts render only while their `enabled` is true, by the names that charts agree on. */
const SECTION =
  /^(?:resources|podDisruptionBudget|pdb|autoscaling|hpa|horizontalPodAutoscaler|verticalPodAutoscaler|vpa|keda|serviceMonitor|podMonitor|prometheusRules?|grafanaDashboards?|ingress|httpRoute|gatewayRoute|networkPolicy|livenessProbe|readinessProbe|startupProbe|backup)$/i;

/** Switches that decide whether a section is rendered at all: annotated ones, and `enabled` in well-known sections. */
export function recognizeGates(
  data: JsonObject,
  maps: readonly ValueMap[],
  chart: ChartProfile | undefined,
  modes: readonly ModeRole[],
): GateRole[] {
  const gates = new Map<string, GateRole>();
  for (const { path, value, annotation } of annotatedValues(data, chart?.annotations ?? [], 'gate')) {
    if (typeof value !== 'boolean') continue;
    const sections = (annotation.gates ?? []).map(parsePointer);
    gates.set(toPointer(path), { path, on: value, sections, isOwn: false });
  }
  // What a mode selects is the business of modes.
  const taken = new Set(modes.map(({ path }) => toPointer(path)));
  for (const node of maps) {
    if (typeof node.map.enabled !== 'boolean' || !SECTION.test(nameOf(node) ?? '')) continue;
    if (typeof node.key !== 'string') continue;
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
