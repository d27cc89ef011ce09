import type { Release } from '../model/release.ts';
import { objectAt, type ValuesPath, valueAt } from '../model/values-path.ts';

/** Which service clients reach first: the user interface in charts before 25.6, the gateway since. */
export interface ZymtraceEntrance {
  readonly key: 'ui' | 'gateway';
  /** For people. */
  readonly name: string;
  /** Of its host in the Ingress. */
  readonly host: ValuesPath;
  readonly serviceType: ValuesPath;
  /** Whether the Ingress leads to it. */
  readonly hasIngress: boolean;
}

/** The entrance of a release of zymtrace. Source: the Ingress templates of the chart. */
export function zymtraceEntrance({ values: { data } }: Release): ZymtraceEntrance {
  const key = objectAt(data, ['ingress', 'hosts', 'gateway']) === undefined ? 'ui' : 'gateway';
  const host = ['ingress', 'hosts', key];
  return {
    key,
    name: key === 'ui' ? 'the user interface' : 'the gateway',
    host,
    serviceType: ['services', key, 'service', 'type'],
    hasIngress:
      valueAt(data, ['ingress', 'enabled']) === true && valueAt(data, [...host, 'enabled']) !== false,
  };
}
