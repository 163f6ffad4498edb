# Part of try-it.sh: the window on two displays beside each other, in German. Needs xserver-xephyr and x11-utils.

two=:$((${display#:} + 1))
settings=$work/two
rm -rf "$settings"
mkdir -p "$settings/clipscope"
echo '{"window": {"language": "german"}}' >"$settings/clipscope/settings.json"
displays() { # GEOMETRY...: one display of these screens, with a window manager
    screens=
    for geometry in "$@"; do screens="$screens -screen $geometry"; done
    # without RANDR, of which it knows one screen only
    DISPLAY=$display Xephyr "$two" +xinerama -extension RANDR $screens -nolisten tcp >"$work/xephyr.log" 2>&1 &
    xephyr=$!
    started="$started $xephyr"
    timeout 20 sh -c 'until DISPLAY=$1 xdpyinfo >/dev/null 2>&1; do sleep 0.2; done' sh "$two"
    DISPLAY=$two openbox >"$work/openbox-two.log" 2>&1 &
    started="$started $!"
    sleep 1
}
open_there() { # NAME: the program's window on them; its process is $process, its window $there
    DISPLAY=$two XDG_CONFIG_HOME=$settings "$program" --timings "$cat_picture" >"$work/two-$1.log" 2>&1 &
    process=$!
    started="$started $process"
    there=$(DISPLAY=$two timeout 60 xdotool search --sync --onlyvisible --name '^ClipScope' | head -1)
    drawn "$work/two-$1.log"
    sleep 2
}
close_there() {
    DISPLAY=$two xdotool windowactivate --sync "$there"
    DISPLAY=$two xdotool key alt+F4
    timeout 90 tail --pid=$process -f /dev/null
}
geometry() { # WINDOW: left, top, width, height
    DISPLAY=$two xwininfo -id "$1" | awk '/Absolute upper-left X/ {x = $NF} /Absolute upper-left Y/ {y = $NF}
        /Width:/ {w = $NF} /Height:/ {h = $NF} END {print x, y, w, h}'
}
windows() { DISPLAY=$two xdotool search --onlyvisible --name '.*' 2>/dev/null | sort; }
on_second() { # LEFT TOP WIDTH HEIGHT
    [ "$1" -ge 1280 ] && [ "$2" -ge 0 ] && [ $(($1 + $3)) -le 2560 ] && [ $(($2 + $4)) -le 800 ]
}
on_first() { [ "$1" -ge 0 ] && [ "$2" -ge 10 ] && [ $(($1 + $3)) -le 1280 ] && [ $(($2 + $4)) -le 800 ]; } # with a title
fills_second() { [ "$1" -ge 1280 ] && [ "$3" -ge 1270 ] && [ "$4" -ge 750 ]; }
click_title() { # twice
    set -- $(geometry "$there")
    DISPLAY=$two xdotool mousemove $(($1 + $3 / 2)) $(($2 - 8)) click --repeat 2 --delay 80 1
    sleep 2
}
popups_on_second() {
    seen=0
    for each in $(comm -13 "$work/two-before.txt" "$work/two-after.txt"); do
        set -- $(geometry "$each")
        [ "$3" -lt 20 ] && continue # one that nobody sees, of the toolkit's
        on_second "$@" || return 1
        seen=1
    done
    [ $seen = 1 ]
}
if command -v Xephyr >/dev/null; then
    displays 1280x800+0+0 1280x800+1280+0
    open_there first
    DISPLAY=$two xdotool windowsize --sync "$there" 1000 640 windowmove --sync "$there" 1400 70
    sleep 2
    was=$(geometry "$there")
    check "the window is on the second display ($was)" on_second $was
    windows >"$work/two-before.txt"
    set -- $was
    DISPLAY=$two xdotool mousemove $(($1 + $3 - 75)) $(($2 + 23)) click 1 # the arrow of "Add pictures"
    sleep 2
    windows >"$work/two-after.txt"
    DISPLAY=$two import -window root "$work/two-menu.png"
    check "its menu opens there" popups_on_second
    DISPLAY=$two xdotool key Escape mousemove $(($1 + $3 - 33)) $(($2 + 23)) # above the choice of light or dark
    sleep 2
    windows >"$work/two-after.txt"
    DISPLAY=$two import -window root "$work/two-tooltip.png"
    check "so does a tooltip" popups_on_second
    close_there
    open_there again
    check "started again, it is there again ($(geometry "$there"))" test "$was" = "$(geometry "$there")"
    DISPLAY=$two import -window root "$work/two-again.png"
    click_title # to fill its display
    filling=$(geometry "$there")
    close_there
    open_there filling
    check "left filling its display, it does so again ($filling)" fills_second $(geometry "$there")
    click_title
    check "and is as large as before after that" test "${was#* * }" = "$(geometry "$there" | cut -d ' ' -f 3-)"
    close_there
    kill $xephyr
    sleep 1
    displays 1280x800+0+0
    open_there gone
    check "without the second display, it is wholly on the first ($(geometry "$there"))" on_first $(geometry "$there")
    DISPLAY=$two import -window root "$work/two-gone.png"
    close_there
else
    say "skipped two displays: Xephyr is not there"
fi
