# Part of try-it.sh: the window of the .deb gets a second start's pictures, and is ended by the system.

second_start() { # it ends by itself, and there is no other window
    timeout 60 sh -c 'until [ -S "$1" ]; do sleep 0.2; done' sh "$root/home/person/.config/clipscope/window.socket" ||
        { echo "no socket"; return 1; }
    # by name, since timeout knows no functions
    timeout 60 chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/person DISPLAY="$display" \
        setpriv --reuid=1000 --regid=1000 --clear-groups clipscope /home/person/pictures/02-*.png || return 1
    [ "$(DISPLAY=$display xdotool search --onlyvisible --name '^ClipScope' | wc -l)" = 1 ]
}
person_opens() { # LOG PICTURES...
    log=$work/$1.log
    shift
    as_person DISPLAY="$display" clipscope --timings "$@" >"$log" 2>&1 &
    process=$!
    started="$started $process"
    drawn "$log"
}
innermost() { # PROCESS: the program itself, which shells have started
    while child=$(pgrep -P "$1" | head -1) && [ -n "$child" ]; do set -- "$child"; done
    echo "$1"
}
crash_report() { ls "$root"/home/person/.config/clipscope/crashes/crash-*."$1"; }

ulimit -c 0
check "the window opens once more" person_opens deb-second /home/person/pictures/01-cat.png
check "a second start gives it its picture" second_start
sleep 3
shot deb-second-start
kill -SEGV "$(innermost "$process")"
wait "$process" 2>/dev/null
check "ended by the system, it leaves a report" crash_report log
check "the next start opens" person_opens deb-after-crash
sleep "${TRY_SECONDS:-8}"
shot deb-after-crash
check "and has told of the report" crash_report txt
close_window
check "its window closes" timeout 90 tail --pid=$process -f /dev/null
