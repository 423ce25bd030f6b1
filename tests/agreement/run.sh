#!/usr/bin/env bash
# tests/agreement/run.sh PROGRAM: the long run of vertebra_agreement_tests, a process for each processor. Ends with what was
# compared, or with the first difference and what to put into RC_PARAMS to see it again.
set -euo pipefail

program=$1
jobs=$(nproc)
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

for ((shard = 0; shard < jobs; ++shard)); do
  GTEST_TOTAL_SHARDS=$jobs GTEST_SHARD_INDEX=$shard "$program" --gtest_filter='*CohortLong.*' --gtest_brief=1 \
    >"$logs/$shard" 2>&1 &
  pids[shard]=$!
done
result=0
for pid in "${pids[@]}"; do wait "$pid" || result=1; done
grep -hv '^compared' "$logs"/* || true
cat "$logs"/* | awk '/^compared/ { sets += $2; patients += $5; conflicts += substr($7, 2); rows += $10; runs += $13 }
  END { print "compared " sets " rule sets, " patients " patients (" conflicts " with conflicts), " rows " rows in " runs \
        " runs of a cohort"; exit rows < 1e7 }' || result=1
exit "$result"
