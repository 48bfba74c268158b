#!/usr/bin/env bash
# Installs jaxjl into .venv and runs the fast tests; arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/environment.sh dev,demo
exec "$VENV_PYTHON" -m pytest -m "not slow" "$@"
