#!/bin/sh
# Compiles a module by one call of javac, and makes an executable that runs its classes where they
# are. For the minutes of development: Maven packages what is to be kept; see README.md.
#
#   development.sh MODULE
#
# MODULE/target/dev/classes   the classes and resources, replaced as a whole
# MODULE/target/dev/MODULE    the executable, if the module has a main class: a launcher as the
#                             packaged one, and a jar that only says where classes and libraries are
#
# The workbench is large: of it, the packaged jar runs, with the classes of common before it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
module=$1
dev=$module/target/dev
classpath=common/target/classpath # the libraries of common, written by Maven
libraries=$(cat "$classpath")
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

# setting NAME: a property, of the module or else of the workspace
setting() {
  cat "$module/pom.xml" pom.xml | sed -n "s:^ *<$1>\(.*\)</$1>.*:\1:p" | head -n 1
}

compile() {
  common=common/target/dev/classes:
  if [ "$module" = common ]; then
    common=
  fi
  rm -rf "$dev/new"
  mkdir "$dev/new"
  if [ -d "$module/src/main/resources" ]; then
    cp -R "$module/src/main/resources/." "$dev/new"
  fi
  find "$module/src/main/java" -name '*.java' >"$dev/sources"
  # The flags of the POM's compiler, without its warnings, and those of a JVM that lives for a second.
  "$javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -proc:none -encoding UTF-8 \
    --release "$(setting maven.compiler.release)" -XDstringConcat=inline \
    -cp "$common$libraries" -d "$dev/new" "@$dev/sources" || {
    echo "$module: not compiled. If a package is missing that the module's POM adds: write" \
      "PACKAGED := yes into $module/part.mk, so that Maven packages it" >&2
    exit 1
  }
  rm -rf "$dev/classes"
  mv "$dev/new" "$dev/classes"
}

# The entries of the class path, a line each; relative ones are seen from the executable's folder.
entries() {
  if [ "$module" = workbench ]; then
    echo ../../../common/target/dev/classes/
    echo ../workbench.jar
  else
    echo classes/
    echo ../../../common/target/dev/classes/
    printf %s "$libraries" | tr ':' '\n' | sed 's/ /%20/g; s/^/file:/'
  fi
}

mkdir -p "$dev"
if [ "$module" != workbench ]; then
  compile
fi
main=$(setting main.class)
outdated=$(find pom.xml "$module/pom.xml" "$classpath" "$here" -type f -newer "$dev/$module" 2>/dev/null || echo new)
if [ -z "$main" ] || [ -z "$outdated" ]; then
  exit 0
fi
# Paths in a manifest are URLs, and its lines have at most 72 bytes.
{
  echo "Main-Class: $main"
  echo "Multi-Release: true"
  echo "Class-Path:" $(entries) | fold -b -w 70 | sed '2,$s/^/ /'
} >"$dev/manifest"
"${javac%javac}jar" --create --file "$dev/$module.jar" --manifest "$dev/manifest"
"$here/executable.sh" "$dev/$module.jar" "$dev/$module" '' "$(setting executable.jvm)"
