#!/bin/sh
# Compares Vertebra with its peers and writes the table into benchmarks/README.md:
#   benchmarks/peers/compare.sh [ROUNDS]
# Installs what is missing, builds the release, generates every peer from the rules, checks that all of them say what Vertebra
# says, and measures in ROUNDS rounds (five), each subject once a round. About half an hour; the machine should have
# nothing else to do.
set -eu
cd -- "$(dirname -- "$0")/../.."
rounds=${1-5}
build=build/release
made=$build/benchmarks/peers
figures=$made/figures.tsv

command -v node >/dev/null && command -v npm >/dev/null && [ -e /usr/include/clips/clips.h ] || cmake/quickstart.sh bench
cmake --preset release -DVERTEBRA_BUILD_BENCHMARKS=ON
cmake --build --preset release --target vertebra_peers
mkdir -p "$made/javascript"
cp benchmarks/peers/javascript/* "$made/javascript/"
# By the lock file. Not `npm ci`: it wants builds of zen-engine for systems that this one is not.
(cd "$made/javascript" && npm install --no-save --no-audit --no-fund --loglevel error)

# The C++ subjects have one thread each and run on the last processor; Node has several and may run anywhere.
pinned=
command -v taskset >/dev/null && pinned="taskset -c $(($(nproc) - 1))"

note() { sed "s/^/$1	$2	/" >>"$figures"; }

measure() {  # round, rule set, folder of the rules, profile
  echo "round $1 of $rounds: $2" >&2
  program=$made/vertebra_peers_$2
  if [ "$1" -eq 1 ]; then
    "$program" check "$3" "$4" "$made/$2" >&2
    "$program" memory "$3" "$4" "$made/$2" | note "$1" "$2"
  fi
  $pinned "$program" time "$3" "$4" "$made/$2" | note "$1" "$2"
  for peer in zen json_rules_engine cql; do
    # Compared in the first round; the rules and the answers stay the same.
    node "$made/javascript/measure.mjs" $peer "$made/$2" $([ "$1" -eq 1 ] || echo unchecked) | note "$1" "$2"
  done
}

: >"$figures"
round=1
while [ "$round" -le "$rounds" ]; do
  measure "$round" low_back_pain rules/low_back_pain default
  for count in 60 600 6000; do measure "$round" generated_$count "$made/rules_$count" large; done
  round=$((round + 1))
done
node "$made/javascript/table.mjs" "$figures" "$(git rev-parse --short HEAD)" benchmarks/README.md
