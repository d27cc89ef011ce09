import { backends, builtIn } from './backends.ts';
import { containers } from './containers.ts';
import { entrance } from './entrance.ts';
import { parameters } from './parameters.ts';
import { pods } from './pods.ts';
import { commands, settings } from './settings.ts';

/** The claims of the README of HotSwap. */
export const hotswapClaims = [
  ...parameters,
  ...pods,
  ...containers,
  ...entrance,
  ...backends,
  ...builtIn,
  ...settings,
  ...commands,
];
