#!/bin/sh
# Prints where the CPU time of the last run of the tests went: by module, and the 20 slowest classes.
# Reads what common's TestTimes has left; processes that tests start are not counted.
set -eu
cd "$(dirname "$0")/.."
set -- */target/times/*.txt
[ -e "$1" ] || {
  echo 'There are no times yet: run mvn verify' >&2
  exit 2
}
lines() {
  for file; do
    sed "s:^\([^ ]*\) \(.*\):\1 ${file%%/*} \2:" "$file"
  done
}
echo 'CPU s  tests of'
lines "$@" | awk '{ s[$2] += $1; all += $1 } END { for (m in s) printf "%5.1f  %s\n", s[m], m; printf "%5.1f  all\n", all }' | sort -rn
echo
echo 'CPU s  class'
lines "$@" | sort -rn | head -n 20 | awk '{ printf "%5.1f  %s: %s\n", $1, $2, substr($0, index($0, $3)) }'
