import type { GitopsTool } from '../gitops-tool.ts';
import { crossplaneRelease } from './release.ts';

/** Crossplane's provider-helm: `Release`. */
export const crossplane: GitopsTool = {
  name: 'Crossplane',
  kinds: ['Release'],
  ofObject: crossplaneRelease,
};
