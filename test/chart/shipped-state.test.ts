import { describe, expect, it } from 'vitest';
import type { ShippedChartEntry } from '../../src/chart/shipped-chart.ts';
import { statesByKeys, statesOfVersion } from '../../src/chart/shipped-state.ts';
import type { JsonObject } from '../../src/model/json-value.ts';

const entry: ShippedChartEntry = {
  name: 'shop',
  title: 'Shop',
  chartNames: ['shop'],
  keys: {},
  states: [
    { state: '1.0.0', version: '1.0.0' },
    { state: '1.2.0', version: '1.2.0' },
    { state: '1.2.0+2026-02-01', version: '1.2.0' },
  ],
  partly: { '/new': [1, 3], '/old': [0, 1], '/web/tls': [2, 3] },
};

const byKeys = (data: JsonObject): string[] => statesByKeys(entry, data).map(({ state }) => state);
const ofVersion = (version: string, data: JsonObject = {}): unknown => {
  const { states, instead } = statesOfVersion(entry, version, data);
  return [states.map(({ state }) => state), instead];
};

describe('the state of a shipped chart', () => {
  it('is told by the keys: the newest first of those that lack the fewest', () => {
    expect(byKeys({ image: 'a' })).toEqual(['1.2.0+2026-02-01', '1.2.0', '1.0.0']);
    expect(byKeys({ new: 1 })).toEqual(['1.2.0+2026-02-01', '1.2.0']);
    expect(byKeys({ old: null })).toEqual(['1.0.0']);
    expect(byKeys({ web: { tls: true } })).toEqual(['1.2.0+2026-02-01']);
    expect(byKeys({ web: 'text' })).toHaveLength(3);
  });

  it('is told by a version and then the keys', () => {
    expect(ofVersion('1.2.0')).toEqual([['1.2.0+2026-02-01', '1.2.0'], undefined]);
    expect(ofVersion('1.2.0', { web: { tls: true } })).toEqual([['1.2.0+2026-02-01'], undefined]);
    expect(ofVersion('1.0.0', { new: 1 })).toEqual([['1.0.0'], undefined]);
  });

  it('stands in for a version that is not known: the nearest older one, else the oldest; the keys tell what a word stands for', () => {
    expect(ofVersion('1.1.7')).toEqual([['1.0.0'], '1.1.7']);
    expect(ofVersion('2.0.0')).toEqual([['1.2.0+2026-02-01', '1.2.0'], '2.0.0']);
    expect(ofVersion('0.1.0')).toEqual([['1.0.0'], '0.1.0']);
    expect(ofVersion('latest', { old: 1 })).toEqual([['1.0.0'], 'latest']);
  });

  it('is the newest of a range, and stands in where later versions may be meant', () => {
    expect(ofVersion('1.0')).toEqual([['1.0.0'], undefined]);
    expect(ofVersion('1.0.x')).toEqual([['1.0.0'], undefined]);
    expect(ofVersion('<1.2.0')).toEqual([['1.0.0'], undefined]);
    expect(ofVersion('1')).toEqual([['1.2.0+2026-02-01', '1.2.0'], '1']);
    expect(ofVersion('1.x', { web: { tls: true } })).toEqual([['1.2.0+2026-02-01'], '1.x']);
    expect(ofVersion('1.2.0 - 1.2.0')).toEqual([['1.2.0+2026-02-01', '1.2.0'], undefined]);
  });
});
