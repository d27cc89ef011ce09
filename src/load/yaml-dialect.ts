/**
 * Whose rules say what a plain scalar is: those of Helm (go-yaml 2 by way of sigs.k8s.io/yaml), or those of Kustomize and
 * helmfile (go-yaml 3), for which `yes` and `on` are text and a date becomes a time.
 */
export type YamlDialect = 'helm' | 'go-yaml-3';
