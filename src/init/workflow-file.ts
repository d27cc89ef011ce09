/** A GitHub workflow that lints every change. `action` is the Action with its version: `chartlint/chartlint@v1`. */
export function workflowFile(action: string, branch: string): string {
  return `name: chartlint
on:
  pull_request:
  push:
    branches: [${JSON.stringify(branch)}]
permissions:
  contents: read
jobs:
  values:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
      - uses: ${action}
        # with:
        #   environment: production # makes some rules stricter
        #   fail-on: warning
`;
}
