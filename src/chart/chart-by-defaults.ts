import { loadShippedChart, shippedCharts } from '../generated/shipped-charts.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import { chartByShape, knowsAllKeys } from './chart-shape.ts';
import { statesByKeys } from './shipped-state.ts';

/** Fewer values that are those of a chart may be so by chance. */
const FEWEST = 4;
/** Longer files have keys that tell. */
const MOST_VALUES = 60;

/**
 * The shipped chart that the values are for: by keys that tell, else, where a chart knows all of them, by values that name it or
 * are those of its defaults, nearly all of them.
 */
export async function shippedChartOf(data: JsonObject): Promise<string | undefined> {
  const byShape = chartByShape(data, shippedCharts);
  if (byShape !== undefined) return byShape;
  const fitting = shippedCharts.filter((shape) => knowsAllKeys(data, shape));
  if (fitting.length === 0) return undefined;
  const written = leavesOf(data);
  if (written.size === 0 || written.size > MOST_VALUES) return undefined;
  const named = fitting.filter(({ name }) => isNamed(written, name));
  if (named.length > 0) return named.length === 1 ? named[0]!.name : undefined;
  const like: string[] = [];
  for (const entry of fitting) {
    const [{ state } = entry.states[0]!] = statesByKeys(entry, data);
    const { profile } = await loadShippedChart[`${entry.name}@${state}`]!();
    if (isLike(written, leavesOf(profile.defaults))) like.push(entry.name);
  }
  return like.length === 1 ? like[0] : undefined;
}

type Leaves = ReadonlyMap<string, JsonValue>;

function isNamed(written: Leaves, name: string): boolean {
  const word = new RegExp(`(?:^|[^a-z])${name}(?:[^a-z]|$)`, 'i');
  return [...written.values()].some((value) => typeof value === 'string' && word.test(value));
}

function isLike(written: Leaves, defaults: Leaves): boolean {
  let like = 0;
  for (const [path, value] of written) {
    // The same in every chart that is locked down.
    if (!/securityContext\//i.test(path) && defaults.get(path) === value) like += 1;
  }
  return like >= FEWEST && like >= written.size * 0.8;
}

function leavesOf(data: JsonObject): Map<string, JsonValue> {
  const leaves = new Map<string, JsonValue>();
  const visit = (value: JsonValue, path: string): void => {
    if (typeof value !== 'object' || value === null) leaves.set(path, value);
    else for (const [key, below] of Object.entries(value)) visit(below, `${path}/${key}`);
  };
  visit(data, '');
  return leaves;
}
