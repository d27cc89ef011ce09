/*
 * The tools whose manifests hold releases, one line each. To add one:
 *
 * 1. A folder `src/gitops/<tool>/` with a `GitopsTool` (`gitops-tool.ts`): what one object (`ofObject`) or one file (`ofFile`) says about
 *    releases. It reads nothing by itself; what it needs of other files it asks the `Repository`.
 * 2. Values become layers, weakest first: `mapLayers` for a map in the manifest, `textLayer` for a text that is YAML, `fileLayer` for a file,
 *    `parameterLayer` for what is parsed like `--set`. Each knows where everything is written.
 * 3. What only this tool can get wrong is a finding `gitops/<id>`: the id in `GitopsCheckName` (`model/check-id.ts`), its documentation in
 *    `check-docs/gitops-checks.ts`, the finding made with `manifestFinding`.
 * 4. A line here, the words by which a file is recognized without reading it in `may-hold-releases.ts`, a fixture `fixtures/gitops/<case>/`.
 */
import { argoCd } from './argo/argo-cd.ts';
import { crossplane } from './crossplane/crossplane.ts';
import { fleet } from './fleet/fleet.ts';
import { flux } from './flux/flux.ts';
import type { GitopsTool } from './gitops-tool.ts';
import { helmfile } from './helmfile/helmfile.ts';
import { k3s } from './k3s/k3s.ts';
import { kustomize } from './kustomize/kustomize.ts';

/** All tools that are known. */
export const GITOPS_TOOLS: readonly GitopsTool[] = [
  flux,
  argoCd,
  kustomize,
  fleet,
  k3s,
  crossplane,
  helmfile,
];
