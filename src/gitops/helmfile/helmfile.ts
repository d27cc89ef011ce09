import type { GitopsTool } from '../gitops-tool.ts';
import { helmfileReleases } from './helmfile-releases.ts';

/** helmfile: `releases` of a helmfile.yaml, whatever the file is called. */
export const helmfile: GitopsTool = {
  name: 'helmfile',
  dialect: 'go-yaml-3',
  fileName: /\.(?:ya?ml|gotmpl)$/,
  ofFile: helmfileReleases,
};
