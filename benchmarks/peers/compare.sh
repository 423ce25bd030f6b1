#!/bin/sh
# Compares Vertebra with its peers and writes the table into benchmarks/README.md:
#   benchmarks/peers/compare.sh [ROUNDS]
# Installs what is missing, builds the release, generates every peer from the rules, checks that all of them say what Vertebra
# says, and measures in ROUNDS rounds (five), each subject once a round; then what has no peer but C++ written by hand, or none:
# cohorts, images, the memory of `batch`. About forty minutes; the machine should have nothing else to do.
set -eu
cd -- "$(dirname -- "$0")/../.."
rounds=${1-5}
build=build/release
made=$build/benchmarks/peers
figures=$made/figures.tsv

command -v node >/dev/null && command -v npm >/dev/null && [ -e /usr/include/clips/clips.h ] || cmake/quickstart.sh bench
cmake --preset release -DVERTEBRA_BUILD_BENCHMARKS=ON
cmake --build --preset release --target vertebra_peers vertebra_benchmarks vertebra_cli
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

# Cohorts and starting from an image: figures of the project's own benchmarks, CPU time.
measure_alone() {  # round
  echo "round $1 of $rounds: cohorts and images" >&2
  $pinned "$build/benchmarks/vertebra_benchmarks" --benchmark_filter='^cohort_|^large_(load|hash|compile|start_from_image)/6000$' \
    2>/dev/null | awk '$5 == "ms" { print $1 "\tms\t" $4 }' | note "$1" alone
}

# The most memory that `batch` ever holds, in MiB, over so many made-up patients of seven columns.
measure_batch() {  # rows
  echo "batch: $1 rows" >&2
  awk -v rows="$1" 'BEGIN {
    split("yes,no,", truth, ","); split("none,one_leg,both_legs,", legs, ",")
    print "id,age,lbp_present,fever,pain_duration,pain_severity,leg_pain,steroid_use"
    for (i = 0; i < rows; ++i)
      printf "%d,%d,yes,%s,%d,%d,%s,\n", i, 18 + i % 70, truth[1 + i % 3], i % 200, i % 11, legs[1 + i % 4]
  }' | python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print("batch", "memory_mib", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, sep="\t")' \
    "$build/src/vertebra" batch --rules rules/low_back_pain --as-of 2026-01-31 --threads "$(nproc)" --input - |
    note 1 "rows_$1"
}

: >"$figures"
round=1
while [ "$round" -le "$rounds" ]; do
  measure "$round" low_back_pain rules/low_back_pain default
  for count in 60 600 6000; do measure "$round" generated_$count "$made/rules_$count" large; done
  measure_alone "$round"
  round=$((round + 1))
done
for count in 100000 10000000; do measure_batch $count; done
node "$made/javascript/table.mjs" "$figures" "$(git rev-parse --short HEAD)" benchmarks/README.md
