import type { JsonValue } from './json-value.ts';
import type { Setting } from './scheduling-roles.ts';
import type { ValuesPath } from './values-path.ts';

/** An Ingress, in any of the usual shapes. */
export interface IngressRole {
  readonly path: ValuesPath;
  /** The chart's schema vouches for the shape; false when naming conventions do. */
  readonly certain: boolean;
  /** What turns it on. */
  readonly switch: ValuesPath;
  readonly enabled: boolean;
  readonly className: Setting<string> | undefined;
  readonly annotations: readonly Setting<JsonValue>[];
  readonly hosts: readonly IngressHostRole[];
  readonly tls: IngressTlsRole;
}

/** One host of an Ingress. */
export interface IngressHostRole {
  readonly path: ValuesPath;
  /** The name; empty when there is none. */
  readonly host: Setting<string>;
  /** The paths; undefined when the shape has none per host. */
  readonly paths: Setting<JsonValue | undefined> | undefined;
}

/** The certificates of an Ingress. */
export interface IngressTlsRole {
  readonly path: ValuesPath;
  /** `none`: no certificate. `hosts`: those listed. `every-host`: whatever the hosts are. `unknown`: no telling. */
  readonly covers: 'none' | 'hosts' | 'every-host' | 'unknown';
  readonly hosts: readonly Setting<string>[];
  /** Name of the ACME issuer that signs; undefined when none is known to. */
  readonly acmeIssuer: Setting<string> | undefined;
}

/** Ports of one Service. */
export interface ServiceRole {
  readonly path: ValuesPath;
  readonly certain: boolean;
  readonly active: boolean;
  readonly type: Setting<string> | undefined;
  readonly ports: readonly (Setting<number> & { readonly name: string; readonly protocol: string })[];
  readonly nodePorts: readonly Setting<number>[];
}

/** Origins that browsers may call an API from. */
export interface CorsRole {
  readonly path: ValuesPath;
  readonly certain: boolean;
  /** One text with commas, or a list. */
  readonly shape: 'text' | 'list';
  /** With `text` all origins have the path of the text. */
  readonly origins: readonly Setting<string>[];
  /** Pages are served from the hosts of the Ingress itself. */
  readonly sameHost: boolean;
}

/** The address of a service that gets credentials or data worth protecting. */
export interface EndpointRole {
  readonly path: ValuesPath;
  readonly url: string;
  readonly active: boolean;
}
