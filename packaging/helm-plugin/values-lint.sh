#!/bin/sh
# Runs chartlint as the Helm that calls would merge and render. Helm keeps its own flags (--namespace) for itself and says
# them in variables.
helm=$("${HELM_BIN:-helm}" version --template '{{.Version}}' 2>/dev/null)
helm=${helm%%[+-]*}
if [ -n "$helm" ]; then export CHARTLINT_HELM_VERSION="${CHARTLINT_HELM_VERSION:-$helm}"; fi
if [ "${HELM_NAMESPACE:-default}" != default ]; then export CHARTLINT_NAMESPACE="$HELM_NAMESPACE"; fi
exec "$HELM_PLUGIN_DIR/bin/chartlint" "$@"
