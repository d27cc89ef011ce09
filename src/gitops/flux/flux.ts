import type { GitopsTool } from '../gitops-tool.ts';
import { helmRelease } from './helm-release.ts';

/** Flux: `HelmRelease` of the helm-controller and of the old Helm operator. */
export const flux: GitopsTool = {
  name: 'Flux',
  dialect: 'go-yaml-3',
  kinds: ['HelmRelease'],
  ofObject: (object, repository) => helmRelease(object, repository),
};
