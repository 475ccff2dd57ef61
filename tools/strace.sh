#!/bin/sh
# Shows the system calls by which one node reads and writes its standard streams: strace.sh PROGRAM
#
# The messages come one at a time, with a pause between, so that each is seen by itself: one read
# for a message, and one write for each answer.
set -eu

program=$1
trace=$(mktemp)
trap 'rm -f "$trace"' EXIT

messages() {
  pause=1.5 # the start takes longer when it is traced
  while read -r line; do
    printf '%s\n' "$line"
    sleep "$pause"
    pause=0.4
  done <<'EOF'
{"id":0,"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0","n1","n2"]}}
{"id":1,"src":"c1","dest":"n0","body":{"type":"topology","msg_id":1,"topology":{"n0":["n1","n2"],"n1":["n0"],"n2":["n0"]}}}
{"id":2,"src":"c1","dest":"n0","body":{"type":"echo","msg_id":2,"echo":"Please echo 35"}}
{"id":3,"src":"c1","dest":"n0","body":{"type":"generate","msg_id":3}}
{"id":4,"src":"c1","dest":"n0","body":{"type":"broadcast","msg_id":4,"message":1}}
{"id":5,"src":"c1","dest":"n0","body":{"type":"read","msg_id":5}}
EOF
}

messages | strace -f -q -s 160 -e trace=read,write -o "$trace" "$program" > /dev/null 2>&1 || {
  echo "$program could not be traced; strace says:" >&2
  tail -n 3 "$trace" >&2
  exit 1
}
# Standard input is descriptor 0, output 1; strace puts the thread's number in front. What comes
# before the first message is the shell stub and the JVM, looking at files of their own.
grep -E '^[0-9]+ +(read\(0,|write\(1,|<\.\.\. read resumed>.*"\{|read\(0 <unfinished)' "$trace" \
  | sed 's/^[0-9]* *//'
