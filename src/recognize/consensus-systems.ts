import type { JsonObject } from '../model/json-value.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';

/** Software whose members vote, and how its charts spell the number of voters. */
export interface ConsensusSystem {
  readonly title: string;
  /** Last words of a values key or chart name: `etcd`, `my-etcd`, `redisHa`. */
  readonly names: readonly string[];
  /** Where the number of voters sits below the system's map, most specific first. */
  readonly sections: readonly ValuesPath[];
  /** Whether the members vote in this configuration. */
  votes(map: JsonObject): boolean;
  /** Voters that are counted by another setting. */
  extraVoters(map: JsonObject): number;
}

const always = (): boolean => true;
const none = (): number => 0;

const SYSTEMS: readonly ConsensusSystem[] = [
  { title: 'etcd', names: ['etcd'], sections: [[]], votes: always, extraVoters: none },
  { title: 'ZooKeeper', names: ['zookeeper', 'zk'], sections: [[]], votes: always, extraVoters: none },
  { title: 'Consul', names: ['consul'], sections: [['server'], []], votes: always, extraVoters: none },
  {
    title: 'NATS JetStream',
    names: ['nats'],
    sections: [['config', 'cluster'], ['cluster'], []],
    // Core NATS has no quorum, only JetStream does; a cluster that is off runs one server.
    votes: (map) =>
      !switchedOff(map, [
        ['config', 'jetstream', 'enabled'],
        ['jetstream', 'enabled'],
        ['nats', 'jetstream', 'enabled'],
        ['config', 'cluster', 'enabled'],
        ['cluster', 'enabled'],
      ]),
    extraVoters: none,
  },
  { title: 'RabbitMQ', names: ['rabbitmq'], sections: [[]], votes: always, extraVoters: none },
  {
    title: 'Redis Sentinel',
    names: ['redis', 'redisha', 'sentinel'],
    sections: [['sentinel'], ['replica'], []],
    votes: (map) => valueAt(map, ['sentinel', 'enabled']) === true,
    extraVoters: none,
  },
  {
    title: 'MongoDB',
    names: ['mongodb', 'mongo'],
    sections: [['replicaSet'], []],
    votes: (map) => map.architecture !== 'standalone' && !switchedOff(map, [['replicaSet', 'enabled']]),
    extraVoters: (map) => (valueAt(map, ['arbiter', 'enabled']) === true ? 1 : 0),
  },
];

function switchedOff(map: JsonObject, switches: readonly ValuesPath[]): boolean {
  return switches.some((path) => valueAt(map, path) === false);
}

/** How the names end, all but the shortest. Most keys are told apart by this alone. */
const ENDINGS = new Set(SYSTEMS.flatMap(({ names }) => names.map((name) => name.slice(-3))));
const SHORTEST = 'zk';

/** Whether a key, in lower case, may stand for a system at all. */
export function mayNameSystem(lower: string): boolean {
  for (let i = lower.length - 3; i < lower.length; i++) if (!isWordy(lower.charCodeAt(i))) return true;
  return ENDINGS.has(lower.slice(-3)) || lower.endsWith(SHORTEST);
}

/** Whether the code is that of a small letter or a digit of ASCII. */
function isWordy(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}

/** The system that a values key or a chart name stands for: the name itself, or one that ends in it. */
export function consensusSystemNamed(name: string): ConsensusSystem | undefined {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const last = words.at(-1) ?? '';
  const lastTwo = words.slice(-2).join('');
  return SYSTEMS.find(({ names }) => names.includes(last) || names.includes(lastTwo));
}
