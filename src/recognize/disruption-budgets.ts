import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { DisruptionBudgetRole, Setting } from '../model/scheduling-roles.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { WorkloadAnnotation } from '../model/workload-annotation.ts';
import { holds, settingFrom } from './value-source.ts';
import { pathOf, type ValueMap } from './values-index.ts';

const KEYS = ['podDisruptionBudget', 'pdb', 'disruptionBudget'];
const SWITCHES = ['enabled', 'create'];

/** The budget that an annotation describes, when it exists. */
export function annotatedBudget(
  data: JsonObject,
  path: ValuesPath,
  annotation: WorkloadAnnotation['disruptionBudget'],
): DisruptionBudgetRole | undefined {
  if (annotation === undefined || !holds(data, annotation.activeWhen)) return undefined;
  return {
    path,
    minAvailable: amount(settingFrom(data, annotation.minAvailable, path)),
    maxUnavailable: amount(settingFrom(data, annotation.maxUnavailable, path)),
  };
}

/** `podDisruptionBudget` or `pdb` in a component: on by its switch, without one when it says something. */
export function conventionalBudget(node: ValueMap): DisruptionBudgetRole | undefined {
  for (const key of KEYS) {
    const map = node.map[key];
    if (!isJsonObject(map)) continue;
    const path = pathOf(node, key);
    const at = (name: string): Setting<JsonValue> | undefined =>
      map[name] === undefined ? undefined : { path: [...path, name], value: map[name] };
    const minAvailable = amount(at('minAvailable'));
    const maxUnavailable = amount(at('maxUnavailable'));
    const name = SWITCHES.find((candidate) => typeof map[candidate] === 'boolean');
    const on = name === undefined ? minAvailable !== undefined || maxUnavailable !== undefined : map[name];
    return on === true ? { path, minAvailable, maxUnavailable } : undefined;
  }
  return undefined;
}

/** Charts leave a bound out by null or an empty text; digits in quotes are a count. */
function amount(setting: Setting<JsonValue> | undefined): Setting<number | string> | undefined {
  if (setting === undefined) return undefined;
  const { value } = setting;
  if (typeof value === 'string' && /^\d+$/.test(value)) return { ...setting, value: Number(value) };
  const fits =
    (typeof value === 'number' && Number.isInteger(value)) ||
    (typeof value === 'string' && /^\d+%$/.test(value));
  return fits ? { ...setting, value: value as number | string } : undefined;
}
