#!/usr/bin/env bash
# Installs jaxjl into .venv and trains examples/digits.jl on real handwritten digits.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/environment.sh dev,demo
exec "$VENV_PYTHON" examples/train_digits.py "$@"
