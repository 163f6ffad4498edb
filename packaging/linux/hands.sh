#!/bin/bash
# Uses the program as a person does, with mouse, keyboard and clipboard, and says what came of it.
#
#   packaging/linux/hands.sh quick [PROGRAM]   a picture dragged from a file manager, one pasted, a label typed
#   packaging/linux/hands.sh all [PROGRAM]     every drop target, what other programs drag and copy, every workspace
#                                              without a mouse
#
# PROGRAM is target/clipscope/bin/clipscope where none is named. Needs xvfb, openbox, xdotool, imagemagick, jq, xclip,
# pcmanfm, and for all of it chromium. What it makes, with screenshots, is in HANDS_FOLDER, else target/hands.
#
# What the window holds is read in the session that it keeps within a second of each change.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
how=${1:-}
program=${2:-$project/target/clipscope/bin/clipscope}
work=${HANDS_FOLDER:-$project/target/hands}
samples=$project/models/clipscope-nano/samples/never-seen
case $how in quick | all) ;; *) sed -n '4,10p' "$0"; exit 2 ;; esac
rm -rf "${work:?}"/*
mkdir -p "$work/run" "$work/drag"
chmod 700 "$work/run"
export XDG_RUNTIME_DIR=$work/run HOME=$work NO_AT_BRIDGE=1
config=$work/config
failures=0
checks=0
started=

say() { printf '%s\n' "$*"; }
check() { # WORDS COMMAND...: prints the words and whether the command went well
    words=$1
    shift
    checks=$((checks + 1))
    if "$@" >"$work/last.log" 2>&1; then say "ok      $words"; else
        say "FAILED  $words"
        sed 's/^/        /' "$work/last.log" | tail -5
        failures=$((failures + 1))
        import -window root "$work/failed-$failures.png"
    fi
}
end() { for process in $started; do kill "$process" 2>/dev/null; done; }
trap end EXIT
in_background() { # LOG COMMAND...
    log=$1
    shift
    "$@" >"$work/$log.log" 2>&1 &
    started="$started $!"
}
shot() { import -window root "$work/$1.png"; }

# a display of a number that nobody has
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
started="$started $!"
timeout 20 sh -c 'until [ -s "$1" ]; do sleep 0.1; done' sh "$work/display" || { say "no display"; exit 2; }
export DISPLAY=:$(cat "$work/display")
in_background openbox openbox
sleep 1

# the program's window, at the right; its process is $process, its window $there
open_window() { # ARGUMENTS...
    XDG_CONFIG_HOME=$config "$program" --timings "$@" >"$work/window.log" 2>&1 &
    process=$!
    started="$started $process"
    there=$(timeout 60 xdotool search --sync --onlyvisible --name '^ClipScope' | head -1)
    timeout 90 sh -c 'until grep -q "window is drawn" "$1"; do sleep 0.2; done' sh "$work/window.log" || return
    xdotool windowsize --sync "$there" 940 800 windowmove --sync "$there" 450 40
    sleep 1
}
front() { xdotool windowactivate --sync "$there"; }
keys() { front && xdotool key --delay 60 "$@" && sleep 0.4; }
words() { xdotool type --delay 25 "$1" && sleep 0.4; }
ask_for() { # WORDS: as All commands finds it
    keys ctrl+k && words "$1" && xdotool key Return && sleep 0.6
}
closes() {
    front && xdotool key alt+F4
    timeout 90 tail --pid="$process" -f /dev/null
}
kept() { ls -t "$config"/clipscope/sessions/*.clipscope 2>/dev/null | head -1; }
holds() { # WHAT WANTED: what jq finds in the session, within 15 s
    for _ in $(seq 75); do
        found=$(jq -c "$1" "$(kept)" 2>/dev/null)
        [ "$found" = "$2" ] && return
        sleep 0.2
    done
    echo "$1 is $found, not $2"
    return 1
}
pictures=0
more() { # COUNT: of the pictures there are so many more
    pictures=$((pictures + $1))
    holds '.images | length' "$pictures"
}
within() { # SECONDS COMMAND...
    for _ in $(seq $(($1 * 5))); do "${@:2}" && return; sleep 0.2; done
    return 1
}

drag() { # X1 Y1 X2 Y2: pressed, moved in steps, released
    xdotool mousemove "$1" "$2"
    sleep 0.3
    xdotool mousedown 1
    for step in $(seq 20); do
        xdotool mousemove $(($1 + ($3 - $1) * step / 20)) $(($2 + ($4 - $2) * step / 20))
        sleep 0.04
    done
    sleep 0.5
    xdotool mouseup 1
    sleep 0.5
}
onto() { # FOLDER X Y [all]: drags its first file, or all, from PCManFM to a place in the window, in hundredths of its size
    pcmanfm --no-desktop "$1" >>"$work/pcmanfm.log" 2>&1 &
    manager=$!
    started="$started $manager"
    files=$(timeout 20 xdotool search --sync --onlyvisible --name "^$(basename "$1")\$" | tail -1)
    xdotool windowmove "$files" 0 0 windowsize "$files" 400 300 windowactivate --sync "$files"
    sleep 1
    [ "${4:-}" = all ] && xdotool key ctrl+a && sleep 0.3
    eval "$(xdotool getwindowgeometry --shell "$there" | sed 's/^/at_/')"
    drag 207 100 $((at_X + at_WIDTH * $2 / 100)) $((at_Y + at_HEIGHT * $3 / 100))
    kill "$manager"
    wait "$manager" 2>/dev/null
}
number=0
folder_of() { # SAMPLE...: $folder, a new one with copies of these
    number=$((number + 1))
    folder=$work/drag/folder-$number
    mkdir -p "$folder"
    for sample in "$@"; do cp "$samples"/"$sample"-*.png "$folder/"; done
}
drops() { # COUNT X Y SAMPLE...
    folder_of "${@:4}"
    onto "$folder" "$2" "$3" all && more "$1"
}

copies() { # TYPE FILE: another program has copied that
    xclip -selection clipboard -t "$1" -i "$2"
}
pastes_pictures() { # COUNT TYPE FILE
    copies "$2" "$3" && keys ctrl+v && more "$1"
}
address() { printf 'file://%s\r\n' "$@" >"$work/addresses"; }
copied() { xclip -selection clipboard -o 2>/dev/null; }
rows_copied() { # COMMAND ROWS
    printf nothing | xclip -selection clipboard -i
    ask_for "$1"
    within 10 sh -c '[ "$(xclip -selection clipboard -o | wc -l)" -ge "$1" ]' sh "$2" || { copied; return 1; }
}
typed_label() { # LABEL ALL: typed where labels are added
    ask_for "add labels" && words "$1" && xdotool key Return && holds .labels "$2"
}

say "== hands on $program"
check "the window is drawn" open_window
[ $failures = 0 ] || exit 1
. "$project/packaging/linux/try/hands-$how.sh"
check "the window closes" closes
say "screenshots: $work/*.png"
[ $failures = 0 ] && say "all $checks went well" || say "$failures of $checks failed"
exit $((failures > 0))
