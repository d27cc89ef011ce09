import type { GitopsTool } from '../gitops-tool.ts';
import { application } from './application.ts';
import { applicationSet } from './application-set.ts';

/** Argo CD: `Application` and `ApplicationSet`. */
export const argoCd: GitopsTool = {
  name: 'Argo CD',
  kinds: ['Application', 'ApplicationSet'],
  ofObject: (object, repository) =>
    object.data.kind === 'Application' ? application(object, repository) : applicationSet(object, repository),
};
