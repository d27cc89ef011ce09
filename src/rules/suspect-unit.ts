import type { JsonValue } from '../model/json-value.ts';
import { parseQuantity } from './parse-quantity.ts';

/** More cores than one machine has: 500 without a unit means 500 cores. */
const MOST_CORES = 256;
const MEBI = 2 ** 20;

/** What an amount means as written, and what may have been meant. */
export interface Suspicion {
  readonly meaning: string;
  /** What comes of it, a sentence. */
  readonly effect: string;
  readonly better: string;
}

/** Why the unit of an amount of `cpu`, `memory`, `storage` or `ephemeral-storage` cannot be what was meant; undefined when it can. */
export function suspectUnit(name: string, value: JsonValue | undefined): Suspicion | undefined {
  const quantity = parseQuantity(value);
  if (quantity === undefined || quantity.amount <= 0) return undefined;
  const { amount, digits, suffix } = quantity;
  if (name === 'cpu') {
    if (amount <= MOST_CORES || /[eE]/.test(String(value))) return undefined;
    return {
      meaning: `${digits}${suffix} cores`,
      effect: 'No node has that many, so the pod stays Pending.',
      better: `${digits}m`,
    };
  }
  const effect = EFFECTS[name] ?? 'The pod is evicted at once.';
  const better = `${digits}${name === 'storage' ? 'Gi' : 'Mi'}`;
  if (suffix === 'm') return { meaning: 'thousandths of a byte', effect, better };
  if (suffix === '' && amount < MEBI) return { meaning: `${digits} bytes`, effect, better };
  return undefined;
}

const EFFECTS: Readonly<Record<string, string>> = {
  memory: 'No process fits into that, and the container is killed.',
  storage: 'The volume is the smallest that the storage has, or is not made at all.',
};
