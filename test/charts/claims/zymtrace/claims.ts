import { claimsOf } from '../claim.ts';
import { assistant } from './assistant.ts';
import { authentication } from './authentication.ts';
import { autoscaling } from './autoscaling.ts';
import { BASE_25, BASE_26 } from './base.ts';
import { clickhouseHttp, clickhouseNative } from './clickhouse.ts';
import { commands } from './commands.ts';
import { global } from './global.ts';
import { ingress, mtlsIngress } from './ingress.ts';
import { networkPolicies } from './network-policies.ts';
import { parameters } from './parameters.ts';
import { placement } from './placement.ts';
import { postgres } from './postgres.ts';
import { services, services25, services26 } from './services.ts';
import { storage } from './storage.ts';

const COMMON = [...autoscaling, ...placement, ...postgres, ...storage, ...global, ...commands];

/** The claims of the READMEs of zymtrace: one file a section. */
export const zymtraceClaims = [
  ...parameters,
  ...claimsOf(
    'zymtrace@25.5.9',
    [
      ...COMMON,
      ...networkPolicies('ch.corp.net:9000'),
      ...clickhouseNative,
      ...services('ui'),
      ...services25,
      ...ingress('ui'),
      [
        'basic authentication needs a user',
        'auth.basic.username',
        '',
        'acme',
        'schema/min-length',
        { beside: { 'auth.basic.enabled': true }, provided: ['auth.basic.password'] },
      ],
    ],
    BASE_25,
  ),
  ...claimsOf(
    'zymtrace@26.8.4',
    [
      ...COMMON,
      ...networkPolicies('https://ch.corp.net:8443'),
      ...clickhouseHttp,
      ...services('gateway'),
      ...services26,
      ...ingress('gateway'),
      ...mtlsIngress,
      ...authentication,
      ...assistant,
    ],
    BASE_26,
  ),
];
