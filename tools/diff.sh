#!/bin/sh
# diff.sh FROM TO: what the step from one part to another changes, and before it how much that is.
# Lines that are added and lines that are removed count; a file that is gone is only named.
step=$(diff -ru --unidirectional-new-file "$1/src/main" "$2/src/main")
test $? -le 1 || exit 2

printf '%s\n' "$step" | awk -v from="$1" -v to="$2" '
  /^Only in / { gone[++goneCount] = $NF; next }
  /^diff /    { path[++count] = $NF; header = 1; next }
  /^@@ /      { header = 0; next }
  header      { next }
  /^\+/       { added[count]++; total++ }
  /^-/        { removed[count]++; total++ }
  END {
    printf "%s to %s: %d lines\n", from, to, total
    for (i = 1; i <= count; i++) {
      name = path[i]
      sub(/.*\//, "", name)
      sub("^" to "/", from "/", path[i])
      isNew = (getline line < path[i]) < 0
      printf "  %-24s %s+%d", name, isNew ? "new, " : "", added[i]
      printf removed[i] ? " -%d\n" : "\n", removed[i]
    }
    for (i = 1; i <= goneCount; i++) {
      printf "  %-24s gone\n", gone[i]
    }
    print ""
  }'
printf '%s\n' "$step"
