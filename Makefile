.PHONY: demo test lint expected conformance bench

demo:
	bash scripts/demo.sh
test:
	bash scripts/test.sh
lint:
	.venv/bin/ruff check . && .venv/bin/mypy
expected:
	.venv/bin/python scripts/make_expected.py
conformance:
	.venv/bin/python scripts/conformance.py
bench:
	.venv/bin/python benchmarks/run.py
