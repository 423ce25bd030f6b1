#!/bin/sh
# Breaks the shipped rules one at a time and runs the shipped cases: each break must make a case fail. Those that none
# notices must stand in survivors.txt, and everything that stands there must still survive.
#
#   tests/mutation/mutate.sh build/dev/src/vertebra
set -eu
program=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
rules=$(realpath "$here/../../rules/low_back_pain")
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cp -r "$rules" "$work/rules"
"$program" test --rules "$work/rules" --as-of 2026-01-31 >"$work/said" || { cat "$work/said"; echo "the cases fail as they are" >&2; exit 1; }

tried=0
refused=0
: >"$work/survivors"
for file in $(cd "$rules" && grep -lE '^(red_flags|contraindications|conditions|parameters):' \
  vocabulary/*.yaml spine_pro/*.yaml red_flag_tiers/*.yaml treatment_safety/*.yaml); do
  awk -v pick=0 -f "$here/mutants.awk" "$rules/$file" >"$work/list"
  while IFS="$(printf '\t')" read -r number place what; do
    awk -v pick="$number" -f "$here/mutants.awk" "$rules/$file" >"$work/rules/$file"
    tried=$((tried + 1))
    if "$program" test --rules "$work/rules" --as-of 2026-01-31 >"$work/said" 2>&1; then
      echo "$file ${place%%:*} $what" >>"$work/survivors"
    elif grep -q 'error\[V' "$work/said"; then  # No rule set any more: nobody could ship it.
      refused=$((refused + 1))
    fi
  done <"$work/list"
  cp "$rules/$file" "$work/rules/$file"
done

grep -v '^#' "$here/survivors.txt" | sed 's/  #.*//' | sort >"$work/expected" || true
sort "$work/survivors" >"$work/found"
echo "$tried broken rules: $refused refused when read, $(wc -l <"$work/found") unnoticed by any case"
diff "$work/expected" "$work/found" >"$work/said" && exit 0
echo "not as tests/mutation/survivors.txt says (< no longer survives, > is new):"
grep '^[<>]' "$work/said"
exit 1
