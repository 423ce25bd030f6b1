#!/bin/sh
# benchmarks/python/measure.sh [ROWS]    from anywhere in a clone: installs the package and its peers into a virtual
# environment under build, checks that all say the same, and prints the tables in benchmarks/README.md: one patient beside
# peers, then a cohort of ROWS (ten million; 5 GiB of memory) beside C++
set -eu
cd -- "$(dirname -- "$0")/../.."
rows=${1:-10000000}
cmake --preset release -DVERTEBRA_BUILD_BENCHMARKS=ON >&2
cmake --build --preset release --target vertebra_peers_generate vertebra_cohort_columns >&2
made=build/release/benchmarks/python
mkdir -p "$made"
build/release/benchmarks/peers/vertebra_peers_generate rules/low_back_pain default "$made"
[ -x "$made/venv/bin/python" ] || python3 -m venv "$made/venv"
"$made/venv/bin/pip" install --quiet --disable-pip-version-check . numpy pyarrow zen-engine==2.1.3 rule-engine==5.1.0 >&2
"$made/venv/bin/python" benchmarks/python/measure.py rules/low_back_pain "$made/plan.json"
"$made/venv/bin/python" benchmarks/python/cohort.py rules/low_back_pain build/release/benchmarks/vertebra_cohort_columns \
  "$made/columns" "$rows"
rm -r "$made/columns"
