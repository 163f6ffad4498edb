#!/bin/bash
# Puts the program through what it should endure, and prints figures.
#
#   packaging/linux/endure.sh kills [SEED]     kill -9 thirty times: while it works, saves, downloads
#
# After ./mvnw -q -DskipTests package, with JAVA_HOME set to a JDK 25. What it makes is in target/endure.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$project/target/endure
lib=$project/target/clipscope/lib
java=${JAVA_HOME:?"must name a JDK 25"}/bin/java
cd "$project" || exit 2
# a copy: whoever builds meanwhile changes nothing
mkdir -p "$work"
rm -rf "$work/classes"
cp -r target/classes "$work/classes" && cp -r target/test-classes/. "$work/classes" || exit 2

run() { # CLASS ARGUMENTS...: a class of the tests, with the program's libraries
    "$java" --module-path "$lib/javafx" --add-modules javafx.controls \
        --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow \
        -Dclipscope.home="$project/target/clipscope" \
        -cp "$work/classes:$(printf '%s:' "$lib"/*.jar)" "$@"
}

case ${1:-} in
    kills)
        rm -rf "$work/kills"
        mkdir -p "$work/kills"
        run clipscope.app.Kills "$work/kills" ${2:+"$2"}
        ;;
    *)
        sed -n '2,6p' "$0"
        exit 2
        ;;
esac
