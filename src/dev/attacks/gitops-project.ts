import { PLANTED } from '../hostile/secret-shapes.ts';

const CHART = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'image: { repository: a/b, tag: "1" }\nreplicaCount: 1\n',
  'charts/shop/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  x: {{ .Values | toJson | quote }}\n  broken: {{ .Values.image.tag | quote }}\n',
};

/** A project in which releases of every tool have that text, and something to find, in their values; and secrets of their own. */
export function gitopsProject(shape: string): Record<string, string> {
  const body = `${shape}\nimage:\n  repository: python\n  tag: 3.10\n`;
  const below = (width: number): string => body.replace(/^/gm, ' '.repeat(width));
  const S = PLANTED;
  return {
    ...CHART,
    'flux/hr.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: shop, namespace: a }\nspec:\n  interval: 5m\n  chart: { spec: { chart: ./charts/shop, sourceRef: { kind: GitRepository, name: x } } }\n  valuesFrom: [{ kind: ConfigMap, name: v }, { kind: Secret, name: sec }, { kind: ConfigMap, name: one, valuesKey: k, targetPath: nested.password }]\n  values:\n${below(4)}\n`,
    'flux/cm.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: v, namespace: a }\ndata:\n  values.yaml: |\n${below(4)}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: one, namespace: a }\ndata: { k: ${S} }\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: sec, namespace: a }\nstringData:\n  values.yaml: |\n    some: ${S}\n    image: { tag: [${S}] }\n`,
    'argo/app.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec:\n  source:\n    repoURL: https://x/y\n    path: charts/shop\n    helm:\n      parameters: [{ name: db.password, value: ${S} }, { name: token, value: "${S}" }]\n      values: |\n${below(8)}\n`,
    'argo/object.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop2 }\nspec:\n  source:\n    repoURL: https://u:${S}@x/y\n    path: charts/shop\n    helm:\n      valuesObject:\n${below(8)}\n`,
    'argo/set.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: s }\nspec:\n  generators: [{ list: { elements: [{ name: a, password: ${S} }] } }]\n  template:\n    metadata: { name: "{{name}}" }\n    spec:\n      source:\n        repoURL: https://x/y\n        path: charts/shop\n        helm:\n          parameters: [{ name: auth.password, value: "{{password}}" }]\n          values: |\n${below(12)}\n`,
    'kust/kustomization.yaml': `resources: [../flux/hr.yaml]\npatches:\n- path: patch.yaml\n- target: { kind: HelmRelease }\n  patch: |\n    - op: replace\n      path: /spec/values/password\n      value: ${S}\nconfigMapGenerator: [{ name: g, literals: ["password=${S}", "token=${S}"], files: [values.yaml=v.yaml] }]\nsecretGenerator: [{ name: h, literals: ["foo=${S}"] }]\nhelmCharts: [{ name: shop, valuesInline: { password: ${S}, image: { tag: 3.10 } } }]\nhelmGlobals: { chartHome: ../charts }\n`,
    'kust/patch.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: shop, namespace: a }\nspec:\n  values:\n${below(4)}\n`,
    'kust/v.yaml': body,
    'hf/helmfile.yaml': `environments: { default: { values: [{ password: ${S} }] } }\n---\nreleases:\n- name: shop\n  chart: ../charts/shop\n  values:\n  - v.yaml.gotmpl\n  -\n${below(4)}\n  set: [{ name: password, value: ${S} }]\n`,
    'hf/v.yaml.gotmpl': `${body}x: {{ .Values.password | quote }}\ny: {{ fail (printf "no %s" .Values.password) }}\n`,
    'fleet/fleet.yaml': `helm:\n  chart: ../charts/shop\n  values:\n${below(4)}\n`,
    'k3s/hc.yaml': `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: { name: shop }\nspec:\n  chart: shop\n  set: { password: ${S}, a.token: ${S} }\n  valuesContent: |\n${below(4)}\n`,
    'crossplane/r.yaml': `apiVersion: helm.crossplane.io/v1beta1\nkind: Release\nmetadata: { name: shop }\nspec:\n  forProvider:\n    chart: { name: shop, repository: "https://u:${S}@h/x" }\n    set: [{ name: password, value: ${S} }]\n    values:\n${below(6)}\n`,
  };
}
