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
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - uses: ${action}
        # with:
        #   environment: production # makes some rules stricter
        #   fail-on: warning
`;
}
