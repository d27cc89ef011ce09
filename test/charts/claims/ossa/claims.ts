import { backends, commands, external, passwords } from './backends.ts';
import { containers } from './containers.ts';
import { parameters } from './parameters.ts';
import { services } from './services.ts';

/** The claims of the README of OSSA. */
export const ossaClaims = [
  ...parameters,
  ...services,
  ...containers,
  ...backends,
  ...passwords,
  ...external,
  ...commands,
];
