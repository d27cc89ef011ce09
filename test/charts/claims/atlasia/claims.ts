import { containers } from './containers.ts';
import { commands, entrance } from './entrance.ts';
import { parameters } from './parameters.ts';
import { pods } from './pods.ts';
import { credentials, secrets } from './secrets.ts';
import { outside, settings } from './settings.ts';
import { sizes } from './sizes.ts';

/** The claims of the README of Atlasia. */
export const atlasiaClaims = [
  ...parameters,
  ...pods,
  ...containers,
  ...sizes,
  ...entrance,
  ...commands,
  ...secrets,
  ...credentials,
  ...settings,
  ...outside,
];
