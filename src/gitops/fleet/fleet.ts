import type { GitopsTool } from '../gitops-tool.ts';
import { fleetReleases } from './fleet-yaml.ts';

/** Rancher Fleet: `fleet.yaml`. */
export const fleet: GitopsTool = {
  name: 'Fleet',
  fileName: /^fleet\.ya?ml$/,
  ofFile: fleetReleases,
};
