#!/usr/bin/env bash
# tests/fuzz/run.sh SECONDS [TARGET…]: gives each fuzz target so many seconds on its corpus. What is new goes to
# build/fuzz/TARGET; an input that breaks a promise stays in build/fuzz. Build first: cmake --build --preset fuzz
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

seconds=$1
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(reader expressions rules patient fhir image)

for target in "${targets[@]}"; do
  new=build/fuzz/$target
  corpus=tests/fuzz/corpus/$target
  dictionary=tests/fuzz/dictionaries/$target.dict
  [ -d "$corpus" ] || corpus=build/asan/$corpus  # Made by the build.
  [ -f "$dictionary" ] || dictionary=            # Of bytes that are no text.
  mkdir -p "$new"
  echo "--- $target, $seconds s"
  # A slow unit is a finding as well: nothing of 16 KiB may take a minute, sanitizers and all. The seed is fixed, so that a change is judged by itself.
  build/asan/tests/fuzz/"fuzz_$target" -max_total_time="$seconds" -max_len=16384 -timeout=60 -seed=1 -rss_limit_mb=2048 \
    ${dictionary:+"-dict=$dictionary"} -artifact_prefix="build/fuzz/$target-" -print_final_stats=1 \
    -verbosity=0 "$new" "$corpus" 2>&1 | grep -vE '^(INFO|Dictionary)' || exit 1
done
