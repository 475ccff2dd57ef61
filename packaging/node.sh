#!/bin/sh
# The smallest node: answers init and echo, and needs nothing but a shell. The workbench is watched
# while it tests this one, before there is any other.
while IFS= read -r line; do
  src=${line#*\"src\":\"} src=${src%%\"*}
  msg_id=${line##*\"msg_id\":} msg_id=${msg_id%%[!0-9]*}
  case $line in
    *'"type":"init"'*) body='"type":"init_ok"' ;;
    *)
      echo=${line#*\"echo\":\"}
      body="\"type\":\"echo_ok\",\"echo\":\"${echo%%\"*}\""
      ;;
  esac
  printf '{"src":"n0","dest":"%s","body":{%s,"in_reply_to":%s}}\n' "$src" "$body" "$msg_id"
done
