import type { ShippedChartEntry } from './shipped-chart.ts';

type Keys = Pick<ShippedChartEntry, 'keys' | 'partly'>;

/**
 * What is known of a shipped chart, its keys read when somebody asks for them: most runs find their chart by its name.
 * @param json the keys, as JSON
 */
export function lazyEntry(head: Omit<ShippedChartEntry, keyof Keys>, json: string): ShippedChartEntry {
  let read: Keys | undefined;
  const keys = (): Keys => {
    read ??= JSON.parse(json) as Keys;
    return read;
  };
  return {
    ...head,
    get keys() {
      return keys().keys;
    },
    get partly() {
      return keys().partly;
    },
  };
}
