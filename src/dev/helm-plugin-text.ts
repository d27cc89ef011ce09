const ABOUT = {
  usage: 'lint Helm values',
  description:
    'Checks values against the schema and the templates of their chart, and says each mistake at the line where it is written.',
  source: 'https://github.com/chartlint/chartlint',
};

/** The legacy `plugin.yaml` (Helm, pkg/plugin of Helm 3), which Helm 3 and 4 take. */
export function legacyPlugin(version: string): string {
  return `name: values-lint
version: ${version}
usage: ${ABOUT.usage}
description: ${ABOUT.description}
platformCommand:
  - command: \${HELM_PLUGIN_DIR}/values-lint.sh
platformHooks:
  install:
    - command: \${HELM_PLUGIN_DIR}/install.sh
  update:
    - command: \${HELM_PLUGIN_DIR}/install.sh
`;
}

/** The `plugin.yaml` of Helm 4 (internal/plugin/metadata_v1.go), whose packages can be signed. Helm 3 refuses it. */
export function pluginV1(version: string): string {
  return `apiVersion: v1
type: cli/v1
name: values-lint
version: ${version}
runtime: subprocess
sourceURL: ${ABOUT.source}
config:
  usage: values-lint [flags] [files]
  shortHelp: ${ABOUT.usage}
  longHelp: ${ABOUT.description}
runtimeConfig:
  platformCommand:
    - command: \${HELM_PLUGIN_DIR}/values-lint.sh
  platformHooks:
    install:
      - command: \${HELM_PLUGIN_DIR}/install.sh
    update:
      - command: \${HELM_PLUGIN_DIR}/install.sh
`;
}
