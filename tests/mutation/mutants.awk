# Breaks one rule of one file. With pick=0 it lists what it could break, a line each; with pick=N it prints the file
# with the Nth of these done.
#
#   red flags, contraindications, conditions   their `when` is made false; each choice is taken out of an `in ( )`
#   blocks                                     each treatment is taken off the list
#   thresholds                                 each number of a `when` or a parameter is moved by one, each < made <=

function offer(what) {
  count++
  if (pick == 0) printf "%d\t%s:%d\t%s\n", count, section, at, (entry == "" ? "" : entry ": ") what
  return count == pick
}

function trimmed(text) { sub(/^ +/, "", text); sub(/ +$/, "", text); return text }

# The other of < and <=, of > and >=.
function flipped(sign) { return length(sign) == 2 ? substr(sign, 1, 1) : sign "=" }

function move_threshold(head, sign, number, tail) {
  if (offer(sign " " number " becomes " flipped(sign) " " number)) line[at] = head flipped(sign) " " number tail
  if (offer(sign " " number " becomes " sign " " number + 1)) line[at] = head sign " " number + 1 tail
  if (offer(sign " " number " becomes " sign " " number - 1)) line[at] = head sign " " number - 1 tail
}

function move_thresholds(   done, rest, found, sign, number) {
  done = ""
  rest = line[at]
  while (match(rest, /(<=|>=|<|>) [0-9.]+/)) {
    found = substr(rest, RSTART, RLENGTH)
    sign = substr(found, 1, index(found, " ") - 1)
    number = substr(found, index(found, " ") + 1)
    done = done substr(rest, 1, RSTART - 1)
    rest = substr(rest, RSTART + RLENGTH)
    move_threshold(done, sign, number, rest)
    done = done found
  }
}

function move_counts(   number, before, after) {
  if (!match(line[at], /at least [0-9]+ of/)) return
  before = substr(line[at], 1, RSTART - 1)
  number = substr(line[at], RSTART + 9, RLENGTH - 12)
  after = substr(line[at], RSTART + RLENGTH)
  if (offer("at least " number " becomes at least " number + 1)) line[at] = before "at least " number + 1 " of" after
  if (number > 1 && offer("at least " number " becomes at least " number - 1))
    line[at] = before "at least " number - 1 " of" after
}

# The fact of `… fact in (`.
function asked(text) { match(text, /[a-z0-9_]+ in \($/); return substr(text, RSTART) }

# Each choice out of each `in (a, b)`.
function drop_choices(   done, rest, list, ids, n, i, j, kept) {
  done = ""
  rest = line[at]
  while (match(rest, / in \([^)]*\)/)) {
    list = substr(rest, RSTART + 5, RLENGTH - 6)
    done = done substr(rest, 1, RSTART + 4)
    rest = substr(rest, RSTART + RLENGTH - 1)
    n = split(list, ids, ",")
    for (i = 1; i <= n; i++) {
      if (!offer(asked(done) list ") without " trimmed(ids[i]))) continue
      kept = ""
      for (j = 1; j <= n; j++) if (j != i) kept = kept (kept == "" ? "" : ", ") trimmed(ids[j])
      line[at] = done kept rest
    }
    done = done list
  }
}

function move_parameter(   value, rest) {
  value = trimmed(substr(line[at], index(line[at], ":") + 1))
  rest = value
  sub(/^[0-9.]+/, "", rest)
  value = substr(value, 1, length(value) - length(rest))
  if (offer("value " value " becomes " value + 1)) line[at] = "    value: " value + 1 rest
  if (offer("value " value " becomes " value - 1)) line[at] = "    value: " value - 1 rest
}

function never(   i) {
  if (!offer("never holds")) return
  if (line[at] ~ /\|$/) for (i = at + 1; line[i] ~ /^      /; i++) dropped[i] = 1
  line[at] = "    when: \"false\""
}

# A list of one is left alone where nothing else is said: that is the same as never.
function take_off(   list, ids, n, i, j, rest) {
  list = line[at]
  sub(/^.*\[/, "", list)
  sub(/\].*$/, "", list)
  n = split(list, ids, ",")
  if (n == 1 && line[at + 1] !~ /^    cautions:/) return
  for (i = 1; i <= n; i++) {
    if (!offer("does not block " trimmed(ids[i]))) continue
    rest = ""
    for (j = 1; j <= n; j++) if (j != i) rest = rest (rest == "" ? "" : ", ") trimmed(ids[j])
    if (rest == "") dropped[at] = 1
    else line[at] = "    blocks: [" rest "]"
  }
}

{ line[NR] = $0 }

END {
  for (at = 1; at <= NR; at++) {
    if (line[at] ~ /^[a-z_]+:/) { section = line[at]; sub(/:.*/, "", section); entry = "" }
    if (line[at] ~ /^  [a-z0-9_]+:/) { entry = trimmed(line[at]); sub(/:.*/, "", entry) }
    if (line[at] ~ /^    [a-z_]+:/) { key = trimmed(line[at]); sub(/:.*/, "", key) }
    rules = section == "red_flags" || section == "contraindications"
    if (section == "parameters" && line[at] ~ /^    value: [0-9]/) move_parameter()
    if ((rules || section == "conditions") && key == "when") { move_thresholds(); move_counts(); drop_choices() }
    if ((rules || section == "conditions") && line[at] ~ /^    when:/) never()
    if (rules && line[at] ~ /^    blocks: \[/) take_off()
  }
  if (pick > 0) for (at = 1; at <= NR; at++) if (!dropped[at]) print line[at]
}
