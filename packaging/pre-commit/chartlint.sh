#!/bin/sh
# The hooks of pre-commit: brings the executable of this version on the first run, which checks its checksum, and lints what
# is to be committed. Where nothing is, as in `pre-commit run --all-files` in CI, it lints the whole repository.
set -eu
repository=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/^  "version": "\([^"]*\)",*$/\1/p' "$repository/package.json")
folder=$repository/packaging/pre-commit
if [ "$("$folder/bin/chartlint" --version 2>/dev/null || true)" != "$version" ]; then
  sh "$repository/packaging/helm-plugin/install.sh" "$folder" "$version"
fi
if [ -n "${PRE_COMMIT_FROM_REF:-}" ]; then set -- "--changed=$PRE_COMMIT_FROM_REF" "$@"
elif ! git diff --cached --quiet; then set -- --staged "$@"
fi
exec "$folder/bin/chartlint" "$@"
