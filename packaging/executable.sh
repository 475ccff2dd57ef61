#!/bin/sh
# Makes an executable of a jar: a script that starts it, the jar's bytes behind that, and an archive
# of the classes it loads beside it. Maven runs this in the phase package; see README.md.
#
#   executable.sh JAR OUTPUT TRAINING FLAGS [ARGUMENT...]
#
# JAR        a jar with all it needs and a Main-Class
# OUTPUT     the executable; OUTPUT.jsa will be its archive
# TRAINING   what the program reads on stdin while it is watched; it must end at the end of that.
#            An empty word: there is no archive
# FLAGS      the JVM flags it is always started with, in one word; or @FILE: a script in this folder
#            that sets `flags` to them, and may look at the arguments
# ARGUMENT   what it is watched with; must not hold blanks
set -eu

here=$(cd "$(dirname "$0")" && pwd)
jar=$1 training=$3 flags=$4
folder=$(mkdir -p "$(dirname "$2")" && cd -P "$(dirname "$2")" && pwd)
name=$(basename "$2")
home=$folder/$name
new=$home.new
shift 4
arguments=$*
trap 'rm -f "$new" "$new.jsa" "$new.log"' EXIT
# What the builder's shell is set to is for the programs, not for their making.
unset GLOMERS_JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS 2>/dev/null || :

quote() {
  printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

flags() {
  case $flags in
    @*) cat "$here/${flags#@}" ;;
    *) echo "flags=$(quote "$flags")" ;;
  esac
}

# write JVM KEY
write() {
  {
    echo '#!/bin/sh'
    echo "# archive: $2"
    echo "home=$(quote "$home") jvm=$(quote "$1")"
    flags
    cat "$here/launcher.sh" "$jar"
  } >"$new"
  chmod +x "$new"
  # The archive gets the time of the executable; one that cannot be copied exactly is rounded here.
  touch -r "$jar" "$new"
}

note() {
  echo "$name: no class archive, it will start more slowly: $1" >&2
}

# The launcher is asked which java it takes, so that there is one rule for that.
write '' ''
if [ -z "$training" ]; then
  mv -f "$new" "$home"
  exit 0
fi
settings=$(GLOMERS_JAVA_OPTS='-XshowSettings:properties -version' "$new" 2>&1 </dev/null) || settings=
java_home=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.home = //p')
version=$(printf '%s\n' "$settings" | sed -n 's/^ *java\.vm\.version = //p')
key=$({ cat "$training" "$here/node.sh"; echo "$version $arguments"; } | cksum)
write "${java_home:+$java_home/bin/java}" "$version $key"

# The same bytes as last time: so is the archive.
if cmp -s "$new" "$home" && [ -r "$home.jsa" ] &&
  [ ! "$home.jsa" -nt "$home" ] && [ ! "$home.jsa" -ot "$home" ]; then
  exit 0
fi
rm -f "$home.jsa"
mv -f "$new" "$home"

if [ -z "$java_home" ]; then
  note 'java does not start'
  exit 0
fi
exec 3<"$training"
# In its folder, as the options are split at blanks and the folder's name may have some.
cd "$folder"
# A little longer than it reads, for timers to run, too.
{ cat <&3; sleep 0.3; } |
  GLOMERS_JAVA_OPTS="-XX:ArchiveClassesAtExit=$name.new.jsa" \
    "$home" $arguments >/dev/null 2>"$new.log" &
run=$!
# A program that does not end must not hold the build.
tenths=0
while kill -0 "$run" 2>/dev/null; do
  if [ "$tenths" -ge 600 ]; then
    kill -9 "$run"
  fi
  sleep 0.1
  tenths=$((tenths + 1))
done
status=0
wait "$run" 2>/dev/null || status=$?
if [ "$status" -ne 0 ]; then
  note "the training run ended with status $status: $(tail -n 1 "$new.log")"
elif [ ! -s "$new.jsa" ]; then
  note "java made none: $(tail -n 1 "$new.log")"
elif ! { touch -r "$home" "$new.jsa" && mv -f "$new.jsa" "$home.jsa"; }; then
  note "$home.jsa cannot be written"
fi
