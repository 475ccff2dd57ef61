# Starts the Java program whose jar follows this script in the same file. packaging/executable.sh
# puts `#!/bin/sh` and these variables before it:
#   home   where the executable was packaged, and its archive of loaded classes, home.jsa
#   jvm    the java that made the archive
#   flags  the JVM flags of this module, or a script that sets them
# Nothing here starts another process: with 25 nodes at once on two cores each one counts.

if [ "$OS" = Windows_NT ]; then
  echo "$0: does not run on Windows itself: run it inside WSL" >&2
  exit 126
fi

# Through links, relative paths and PATH it is still the same file; java knows it by one name only.
self=$0
if [ "$self" -ef "$home" ]; then
  self=$home
elif [ ! -f "$self" ]; then
  self=$(command -v -- "$self") # called as `sh name`
fi

set -f # the words of PATH and of the options are no patterns
java=$JAVA_HOME/bin/java
if [ -z "$JAVA_HOME" ] || [ ! -x "$java" ]; then
  java=
  IFS=:
  for folder in $PATH; do
    if [ -x "${folder:-.}/java" ] && [ -f "${folder:-.}/java" ]; then
      java=${folder:-.}/java
      break
    fi
  done
  unset IFS
  # On macOS this one only looks for a JDK and starts its java: no need to look again.
  if [ "$java" = /usr/bin/java ] && [ ! -L "$java" ] && [ -x "$jvm" ]; then
    java=$jvm
  fi
fi
if [ -z "$java" ]; then
  echo "$0: no java found: install JDK 17 or newer and set JAVA_HOME to it, or put its bin in PATH" >&2
  exit 127
fi

# The archive is only used as it was made: by this JVM, for this file, at one time with it (they
# are given the same one). Java checks most of that too, but with a warning at every start, and a
# truncated archive crashes JDK 17; whatever truncates it changes its time.
archive=$home.jsa
if [ "$self" != "$home" ] || [ ! "$java" -ef "$jvm" ] || [ ! -r "$archive" ] ||
  [ "$archive" -nt "$home" ] || [ "$archive" -ot "$home" ]; then
  archive=
fi

# stdout carries messages: whatever the JVM itself has to say goes to stderr.
exec "$java" \
  -XX:+IgnoreUnrecognizedVMOptions -XX:+DisplayVMOutputToStderr -XX:+ErrorFileToStderr \
  -Xlog:disable -Xlog:all=warning:stderr -XX:-UsePerfData \
  -Xshare:auto -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
  $flags ${archive:+"-XX:SharedArchiveFile=$archive"} $GLOMERS_JAVA_OPTS -jar "$self" "$@"
exit 127 # the jar follows
