#!/usr/bin/env bash
# Makes the project's own environment in .venv (or $JAXJL_VENV) and installs the package with the given
# extras, e.g. `source scripts/environment.sh dev,demo`. Leaves $VENV_PYTHON set. Does nothing that was done before.
set -euo pipefail
extras=${1:-dev}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=${JAXJL_VENV:-$root/.venv}
python=${PYTHON:-python3}
"$python" - <<'CHECK' || { echo "jaxjl needs Python 3.11 or newer (set PYTHON=/path/to/python3)" >&2; exit 1; }
import sys
sys.exit(sys.version_info < (3, 11))
CHECK
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-venv
    else
        echo "the Python module venv is missing: on Debian, 'apt-get install python3-venv' as root" >&2
        exit 1
    fi
fi
VENV_PYTHON=$venv/bin/python
stamp=$venv/.installed-$(echo "$extras" | tr ',' '-')
if [ ! -x "$VENV_PYTHON" ]; then "$python" -m venv "$venv"; fi
if [ ! -e "$stamp" ] || [ "$root/pyproject.toml" -nt "$stamp" ]; then
    "$VENV_PYTHON" -m pip install --quiet --disable-pip-version-check --upgrade pip
    "$VENV_PYTHON" -m pip install --quiet --disable-pip-version-check --editable "$root[$extras]"
    touch "$stamp"
fi
export VENV_PYTHON
