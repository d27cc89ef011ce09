import type { GoFunction, GoObject, GoValue } from '../value/go-value.ts';
import { goList, goMap } from '../value/make-value.ts';
import { API_VERSIONS } from './api-versions.ts';
import { goStruct } from './go-struct.ts';
import type { KubeVersion } from './kube-version.ts';

/** What `.Capabilities` says. */
export interface Capabilities {
  /** The major version of Helm, which decides the names of types. */
  readonly helm: 3 | 4;
  /** `v4.2.4`. */
  readonly helmVersion: string;
  readonly kube: KubeVersion;
  /** What `--api-versions` adds. */
  readonly apiVersions: readonly string[];
}

/** Go's and client-go's versions that Helm 3.21 and 4.2 are built with. */
const GO_VERSION = 'go1.26.8';

/** `.Capabilities` as templates see it (`pkg/chart/common/capabilities.go`). */
export function capabilitiesValue({ helm, helmVersion, kube, apiVersions }: Capabilities): GoValue {
  const from = helm === 4 ? 'common' : 'chartutil';
  const versions = [...API_VERSIONS, ...apiVersions];
  const known = new Set(versions);
  const has: GoFunction = {
    name: 'Has',
    params: ['string'],
    result: 'bool',
    call: ([version]) => known.has(version as string),
  };
  return {
    ...goStruct(`*${from}.Capabilities`, [
      ['KubeVersion', kubeVersionValue(kube, from)],
      [
        'APIVersions',
        {
          ...goList(versions, 'string', { type: `${from}.VersionSet` }),
          methods: new Map([['Has', has]]),
        },
      ],
      ['HelmVersion', buildInfo(helm, helmVersion)],
    ]),
    kind: 'ptr',
  };
}

function kubeVersionValue({ version, normalized, major, minor }: KubeVersion, from: string): GoObject {
  const text = (name: string, result: string): GoFunction => ({
    name,
    params: [],
    result: 'string',
    call: () => result,
  });
  const shown: [string, GoValue][] = [
    ['Version', version],
    ['Major', major],
    ['Minor', minor],
  ];
  const fields = [...shown];
  // Not exported: only fmt shows it.
  if (from === 'common') fields.splice(1, 0, ['normalizedVersion', normalized]);
  return {
    ...goStruct(`${from}.KubeVersion`, fields, () => goMap(new Map(shown))),
    pointerText: () => (from === 'common' ? normalized : version),
    methods: new Map([
      ['String', text('String', from === 'common' ? normalized : version)],
      ['GitVersion', text('GitVersion', version)],
    ]),
  };
}

function buildInfo(helm: 3 | 4, version: string): GoObject {
  const fields: [string, GoValue][] = [
    ['Version', version],
    ['GitCommit', ''],
    ['GitTreeState', ''],
    ['GoVersion', GO_VERSION],
  ];
  const keys: Record<string, GoValue> = { version, go_version: GO_VERSION };
  if (helm === 4) {
    fields.push(['KubeClientVersion', 'v1.36']);
    keys.kube_client_version = 'v1.36';
  }
  return goStruct('version.BuildInfo', fields, () => goMap(new Map(Object.entries(keys))));
}
