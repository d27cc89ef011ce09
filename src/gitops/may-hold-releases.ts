const NAMES = [
  'HelmRelease',
  'Application',
  'ApplicationSet',
  'HelmChart',
  'HelmChartConfig',
  'HelmChartInflationGenerator',
  'Release',
];
const KINDS = new RegExp(
  `(?:^[ \\t-]*|[{,][ \\t]*)["']?kind["']?[ \\t]*:[ \\t]*["']?(?:${NAMES.join('|')})["']?[ \\t]*(?=[,}#\\r]|$)`,
  'm',
);
const KUSTOMIZATION = /^(?:kustomization\.ya?ml|Kustomization)$/;
const HELM_CHARTS = /^(?:helmCharts|helmChartInflationGenerator)[ \t]*:/m;
const HELMFILE = /^helmfile(?:\.[\w-]+)*\.(?:ya?ml|gotmpl)$/;
const FLEET = /^fleet\.ya?ml$/;

/** Whether a file of that name may be a manifest: what is worth a look at its text. */
export function isManifestName(name: string): boolean {
  return /\.(?:ya?ml|gotmpl)$/.test(name) || name === 'Kustomization';
}

/** Whether objects of a kind stand for releases. */
export function isReleaseKind(kind: unknown): boolean {
  return typeof kind === 'string' && NAMES.includes(kind);
}

/** Whether a text names a kind that stands for a release. */
export function hasReleaseKind(text: string): boolean {
  return KINDS.test(text);
}

/** Whether a file may hold releases for some GitOps tool, by words alone: reading it properly costs much more. */
export function mayHoldReleases(name: string, folder: string, text: string): boolean {
  if (KINDS.test(text)) return true;
  if (KUSTOMIZATION.test(name)) return HELM_CHARTS.test(text);
  if (FLEET.test(name)) return /^(?:helm|targetCustomizations|values)[ \t]*:/m.test(text);
  const isNamed = HELMFILE.test(name) || folder === 'helmfile.d';
  // Sub-helmfiles have any name.
  return /^releases[ \t]*:/m.test(text) && (isNamed || /^[ \t]*(?:- )?(?:chart|name)[ \t]*:/m.test(text));
}
