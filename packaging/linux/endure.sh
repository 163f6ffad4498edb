#!/bin/bash
# Puts the program through what it should endure, and prints figures.
#
#   packaging/linux/endure.sh kills [SEED]     kill -9 thirty times: while it works, saves, downloads
#   packaging/linux/endure.sh rounds [COUNT]   adds, compares, removes 1,000 times: memory and open files
#   packaging/linux/endure.sh many [COUNT]     20,000 pictures at once: answers, memory; and stops when told to
#   packaging/linux/endure.sh full             a full disk, from the beginning and in the middle, for every file (as root)
#   packaging/linux/endure.sh denied           no right to write, for every file that it writes (as root, for another user)
#   packaging/linux/endure.sh closes [COUNT]   closes the window while it computes: how soon the process has ended, and how
#   packaging/linux/endure.sh cut [MODEL]      another process cuts the weights off while they are computed with
#   packaging/linux/endure.sh crash            a fault in native code: the next start tells
#
# After ./mvnw -q -DskipTests package, with JAVA_HOME set to a JDK 25. What it makes is in target/endure.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$project/target/endure
lib=$project/target/clipscope/lib
run_as=
java=${JAVA_HOME:?"must name a JDK 25"}/bin/java
cd "$project" || exit 2
# a copy: whoever builds meanwhile changes nothing
mkdir -p "$work"
rm -rf "$work/classes"
cp -r target/classes "$work/classes" && cp -r target/test-classes/. "$work/classes" || exit 2

run() { # CLASS ARGUMENTS...: a class of the tests, with the program's libraries
    ${run_as:-} "$java" --module-path "$lib/javafx" --add-modules javafx.controls \
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
    rounds)
        rm -rf "$work/rounds"
        # a heap of fixed size, all of it there from the start: else the machine's laziness in taking and giving
        # back what is free would hide whether anything grows
        run -Xms192m -Xmx192m -XX:+AlwaysPreTouch clipscope.app.Rounds "$work/rounds" "${2:-1000}"
        ;;
    many)
        count=${2:-20000}
        rm -rf "$work/many" "$work/stopped"
        set -- -Dglass.platform=Headless -Dprism.order=sw clipscope.app.ManyPictures
        run "$@" "$work/many/settings.json" "$work/pictures-$count" "$count"
        run "$@" "$work/stopped/settings.json" "$work/pictures-$count" "$count" 10
        ;;
    full)
        mkdir -p "$work/disk"
        mount -t tmpfs -o size=300m tmpfs "$work/disk" || exit 2
        trap 'umount "$work/disk"' EXIT
        run clipscope.app.Unwritable full "$work/disk"
        ;;
    denied)
        rm -rf "$work/denied"
        run clipscope.app.Unwritable prepare "$work/denied" || exit
        chmod -R a+rX "$work/denied" # to be read, so that it can be seen whether anything was lost
        run_as="setpriv --reuid=$(id -u nobody) --regid=$(id -g nobody) --clear-groups"
        run clipscope.app.Unwritable denied "$work/denied"
        ;;
    closes)
        rm -rf "$work/closes"
        mkdir -p "$work/closes"
        faults=0
        for round in $(seq "${2:-5}"); do
            run -Dglass.platform=Headless -Dprism.order=sw -XX:ErrorFile="$work/closes/crash-%p.log" \
                clipscope.app.ClosedWindow "$work/closes" >"$work/closes/output.log" 2>&1
            status=$?
            now=$(date +%s%3N)
            closed=$(sed -n 's/^closed //p' "$work/closes/output.log")
            echo "round $round: ended with $status, $((now - closed)) ms after the window was closed"
            [ $status = 0 ] || faults=$((faults + 1))
        done
        ls "$work/closes"/crash-*.log 2>/dev/null && exit 1
        exit $faults
        ;;
    cut)
        rm -rf "$work/cut"
        run clipscope.clip.CutWeights "${2:-$project/models/clipscope-nano}" "$work/cut" 30
        ;;
    crash)
        rm -rf "$work/crash"
        mkdir -p "$work/crash"
        CLIPSCOPE_JAVA=$JAVA_HOME XDG_CONFIG_HOME=$work/crash \
            JDK_JAVA_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw" \
            target/clipscope/bin/clipscope >"$work/crash/first.log" 2>&1 &
        process=$!
        timeout 60 sh -c 'until [ -S "$1" ]; do sleep 0.2; done' sh "$work/crash/clipscope/window.socket" || exit 1
        kill -SEGV $process
        wait $process 2>/dev/null
        ls "$work/crash/clipscope/crashes"
        timeout 30 "$0" second-start | grep --line-buffered -m1 'The system ended ClipScope'
        ;;
    second-start)
        run -Dclipscope.crashes="$work/crash/clipscope/crashes" -Dglass.platform=Headless -Dprism.order=sw \
            clipscope.app.WindowAtWork "$work/crash/clipscope/settings.json" 1 "$work"
        ;;
    *)
        sed -n '2,13p' "$0"
        exit 2
        ;;
esac
