import type { Base, Claim } from './claim.ts';

/** What a row of a parameter table promises of a value: values that break it with what has to speak, and one that does not. */
interface Kind {
  readonly says: string;
  readonly bad: readonly (readonly [value: unknown, rule: string, below?: string])[];
  readonly good: unknown;
}

const toleration = (more: object) => [
  { key: 'dedicated', operator: 'Equal', value: 'zymtrace', effect: 'NoSchedule', ...more },
];

const KINDS = {
  boolean: {
    says: 'is a boolean',
    bad: [
      ['yes', 'quoted-boolean'],
      [1, 'schema/type'],
    ],
    good: true,
  },
  switch: {
    says: 'is a boolean that is better left off',
    bad: [
      ['yes', 'quoted-boolean'],
      [1, 'schema/type'],
    ],
    good: false,
  },
  count: {
    says: 'is a whole number of pods',
    bad: [
      ['three', 'schema/type'],
      [2.5, 'schema/type'],
      [-1, 'schema/minimum'],
    ],
    good: 3,
  },
  least: {
    says: 'is a number of pods that run',
    bad: [
      ['2', 'schema/type'],
      [0, 'schema/minimum'],
    ],
    good: 2,
  },
  number: { says: 'is a number', bad: [['ten', 'schema/type']], good: 10 },
  percentage: {
    says: 'is a percentage of the request',
    bad: [
      ['80%', 'schema/type'],
      [0.8, 'schema/type'],
      [-80, 'schema/minimum'],
    ],
    good: 80,
  },
  cpu: {
    says: 'is an amount of CPU',
    bad: [
      ['1 core', 'schema/pattern'],
      [true, 'schema/type'],
    ],
    good: '500m',
  },
  memory: {
    says: 'is an amount of memory',
    bad: [
      ['2GB', 'schema/pattern'],
      ['2 Gi', 'schema/pattern'],
      [true, 'schema/type'],
    ],
    good: '1Gi',
  },
  volume: {
    says: 'is the size of a volume',
    bad: [
      ['10GB', 'schema/pattern'],
      ['10 Gi', 'schema/pattern'],
    ],
    good: '10Gi',
  },
  pullPolicy: { says: 'is one of three', bad: [['always', 'schema/enum']], good: 'IfNotPresent' },
  serviceType: { says: 'is a type of Service', bad: [['nodeport', 'schema/enum']], good: 'ClusterIP' },
  port: {
    says: 'is a port',
    bad: [
      [70000, 'schema/maximum'],
      [0, 'schema/minimum'],
    ],
    good: 5432,
  },
  repository: {
    says: 'is a repository',
    bad: [
      ['Team/Image', 'schema/pattern'],
      ['team/image:v1', 'schema/pattern'],
    ],
    good: 'registry.corp.net/team/image',
  },
  tag: {
    says: 'is a tag',
    bad: [
      ['v1 0', 'schema/pattern'],
      [1.1, 'schema/type'],
    ],
    good: 'v1.0.0',
  },
  url: {
    says: 'is a URL',
    bad: [
      ['corp.net:9000', 'schema/pattern'],
      ['s3://corp', 'schema/pattern'],
    ],
    good: 'https://corp.net',
  },
  selector: {
    says: 'is a map of labels',
    bad: [
      [['ssd'], 'schema/type'],
      [{ ssd: true }, 'annotation-not-string', '/ssd'],
      [{ 'disk type': 'ssd' }, 'schema/property-names', '/disk type'],
      [{ 'kubernetes.io/arch': 'x86_64' }, 'node-selector-unknown-value', '/kubernetes.io~1arch'],
    ],
    good: { disk: 'ssd', 'kubernetes.io/arch': 'amd64' },
  },
  tolerations: {
    says: 'is a list of tolerations',
    bad: [
      [{ key: 'dedicated' }, 'schema/type'],
      [toleration({ operator: 'equal' }), 'toleration-invalid', '/0/operator'],
      [toleration({ effect: 'noschedule' }), 'toleration-invalid', '/0/effect'],
      [toleration({ tolerationSeconds: 60 }), 'toleration-invalid', '/0/tolerationSeconds'],
    ],
    good: toleration({ effect: 'NoExecute', tolerationSeconds: 60 }),
  },
  section: { says: 'is there', bad: [[null, 'null-removes-default']], good: undefined },
  needed: { says: 'has a value', bad: [[null, 'null-removes-default']], good: undefined },
  secret: {
    says: 'is a secret in quotes',
    bad: [
      [7, 'non-string-secret'],
      [['a'], 'schema/type'],
    ],
    good: undefined,
  },
  single: {
    says: 'is one pod, for want of replication',
    bad: [
      [2, 'schema/maximum'],
      ['two', 'schema/type'],
    ],
    good: 1,
  },
  text: {
    says: 'is a text',
    bad: [
      [7, 'schema/type'],
      [['a'], 'schema/type'],
    ],
    good: undefined,
  },
  whole: {
    says: 'is a whole number',
    bad: [
      ['ten', 'schema/type'],
      [1.5, 'schema/type'],
      [-1, 'schema/minimum'],
    ],
    good: 10,
  },
  map: {
    says: 'is a map',
    bad: [
      [['a'], 'schema/type'],
      ['a', 'schema/type'],
    ],
    good: {},
  },
  list: {
    says: 'is a list',
    bad: [
      ['a', 'schema/type'],
      [{ a: 1 }, 'schema/type'],
    ],
    good: [],
  },
  unknown: {
    says: 'is no parameter',
    bad: [['a', 'schema/unknown-key']],
    good: undefined,
  },
} satisfies Record<string, Kind>;

/** The parameters of a README by kind: paths, with what else the values hold. */
export interface Parameters {
  readonly beside?: Readonly<Record<string, unknown>>;
  /** What the pipeline passes besides what it passes for the base. */
  readonly provided?: readonly string[];
  readonly kinds: Partial<Record<keyof typeof KINDS, readonly string[]>>;
}

const ALONE: ReadonlySet<string> = new Set(['section', 'needed', 'switch']);

/** The claims that the rows of a parameter table make. */
export function parameterClaims(chart: string, groups: readonly Parameters[], base?: Base): readonly Claim[] {
  return groups.flatMap(({ kinds, beside, provided }, group) =>
    Object.entries(kinds).flatMap(([kind, paths]) => {
      const { says, bad, good }: Kind = KINDS[kind as keyof typeof KINDS];
      return paths.flatMap((path) =>
        bad.map(([value, rule, below = ''], i) => ({
          chart,
          claim: `${path} ${says}`,
          path,
          bad: value,
          good,
          rule,
          at: `/${path.replaceAll('.', '/')}${below}`,
          // What takes others away, or is at the place of others, has a file of its own.
          ...(ALONE.has(kind) ? {} : { together: `${chart} ${group} ${kind} ${i}` }),
          ...(base === undefined ? {} : { base }),
          ...(beside === undefined ? {} : { beside }),
          ...(provided === undefined ? {} : { provided }),
        })),
      );
    }),
  );
}

/** The sizes that containers have, below `resources`. */
export const SIZES = ['requests.cpu', 'limits.cpu'] as const;
export const MEMORY = ['requests.memory', 'limits.memory'] as const;

/** Every key in every section. */
export function each(sections: readonly string[], keys: readonly string[]): readonly string[] {
  return sections.flatMap((section) => keys.map((key) => `${section}.${key}`));
}
