import { describe, expect, it } from 'vitest';
import { shippedChart } from '../../src/chart/known-chart.ts';
import type { ChartProfile } from '../../src/model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../../src/model/json-value.ts';
import type { WorkloadRole } from '../../src/model/scheduling-roles.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { newest } from '../newest-state.ts';

const merged = (base: JsonObject, user: JsonObject): JsonObject => {
  const result = { ...base };
  for (const [key, value] of Object.entries(user)) {
    const old = result[key];
    result[key] = isJsonObject(value) && isJsonObject(old) ? merged(old, value) : value;
  }
  return result;
};

async function workloads(chart: string | undefined, values: JsonObject): Promise<readonly WorkloadRole[]> {
  const profile: ChartProfile | undefined =
    chart === undefined ? undefined : (await shippedChart(newest(chart))).profile;
  return recognize(merged(profile?.defaults ?? {}, values), profile, { cluster: {} }).workloads;
}

/** `name: fewest pods`, for the workloads that exist. */
async function floors(chart: string | undefined, values: JsonObject = {}): Promise<string[]> {
  return (await workloads(chart, values))
    .filter(({ active }) => active)
    .map(({ name, minReplicas }) => `${name}: ${minReplicas?.value}`);
}

describe('the fewest pods that run in effect', () => {
  it('of ColonyOS: the server as set, everything else once', async () => {
    expect(await floors('colonyos', { colonies: { replicas: 5 } })).toEqual([
      'the ColonyOS server: 5',
      'the database: 1',
      'the monitor: 1',
      'Prometheus: 1',
    ]);
    expect(await floors('colonyos', { monitoring: { enabled: false } })).toEqual([
      'the ColonyOS server: 3',
      'the database: 1',
    ]);
  });

  it('of HotSwap: the autoscaler’s minimum, or the count while it is off', async () => {
    expect(await floors('hotswap', { replicaCount: 7 })).toEqual(['the HotSwap API: 3']);
    expect(await floors('hotswap', { replicaCount: 7, autoscaling: { enabled: false } })).toEqual([
      'the HotSwap API: 7',
    ]);
  });

  it('of zymtrace: a map of its own decides whether a service scales, then the common values fill in', async () => {
    const common = { hpa: { enabled: true, minReplicas: 2 } };
    const found = await floors('zymtrace', {
      clickhouse: { mode: 'use_existing' },
      services: {
        common,
        web: { replicas: 4, hpa: { maxReplicas: 5 } },
        ui: { hpa: { enabled: true, minReplicas: 3 } },
      },
    });
    expect(found).toEqual(
      expect.arrayContaining(['the web service: 4', 'the user interface: 3', 'the ingest service: 2']),
    );
    expect(found).not.toContain('ClickHouse: 1');
  });

  it('of Atlasia: one frontend pod when its autoscaling is on, for which there is no template', async () => {
    expect(await floors('atlasia')).toEqual(['the orchestrator: 3', 'the frontend: 2']);
    expect(await floors('atlasia', { frontend: { autoscaling: { enabled: true } } })).toContain(
      'the frontend: 1',
    );
  });

  it('of OSSA: the autoscaler, else the environment, else the service', async () => {
    expect(await floors('ossa')).toContain('the gateway: 3');
    expect(await floors('ossa', { hpa: { enabled: false } })).toContain('the gateway: 1');
    const production = { global: { environment: 'production' }, hpa: { enabled: false } };
    expect(await floors('ossa', production)).toContain('the task agent: 3');
    expect(await floors('ossa', { services: { gateway: { minReplicas: 0 } } })).toContain('the gateway: 1');
    expect(await floors('ossa', { services: { monitoring: { enabled: false } } })).not.toContain(
      'the monitoring service: 2',
    );
  });

  it('of charts by convention, DaemonSets and list entries aside', async () => {
    const values = {
      replicaCount: 2,
      primary: { replicaCount: 1, autoscaling: { hpa: { enabled: true, minReplicas: 4 } } },
      agent: { kind: 'DaemonSet', replicas: 3 },
      off: { enabled: false, replicas: 3 },
      items: [{ replicas: 9 }],
    };
    expect(await floors(undefined, values)).toEqual(['this chart: 2', 'primary: 4']);
  });
});

describe('the resources that pods get', () => {
  it('are those of the environment in OSSA, and only of the selected one', async () => {
    const profile = (await shippedChart(newest('ossa'))).profile;
    const data = merged(profile.defaults, { global: { environment: 'staging' } });
    const active = recognize(data, profile, { cluster: {} })
      .resources.filter((block) => block.active)
      .map(({ path }) => path.join('.'));
    expect(active).toContain('environments.staging.resources');
    expect(active.filter((path) => /^services|environments\.(dev|production)/.test(path))).toEqual([]);
  });
});
