import { claimsOf } from '../claim.ts';
import { availability } from './availability.ts';
import { BASE, BASE_WITH_BACKENDS } from './base.ts';
import { database, pool } from './database.ts';
import { monitoring } from './monitoring.ts';
import { parameters } from './parameters.ts';
import { quickStart } from './quick-start.ts';
import { settings } from './settings.ts';

const COMMON = [...availability, ...settings, ...database, ...monitoring];

/** The claims of the README of ColonyOS, in each state of the chart: one file a section. */
export const colonyosClaims = [
  ...parameters,
  ...claimsOf(
    'colonyos@0.0.3',
    quickStart('colonies.backends.http.tls', 'quoted-boolean'),
    BASE_WITH_BACKENDS,
  ),
  ...claimsOf(
    'colonyos@0.0.4',
    [...COMMON, ...pool, ...quickStart('colonies.backends.http.tls', 'schema/type')],
    BASE_WITH_BACKENDS,
  ),
  ...claimsOf(
    'colonyos@0.0.4+2026-02-16',
    [...COMMON, ...pool, ...quickStart('network.ingressTls', 'quoted-boolean')],
    BASE,
  ),
];
