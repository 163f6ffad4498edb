#!/bin/bash
# Installs the made .deb into a clean Debian and the archive into an awkward place, uses both, and says what it found.
#
#   packaging/linux/try-it.sh            after ./mvnw -Pinstaller -DskipTests package; as root, for chroot
#
# Needs debootstrap, xvfb, openbox, xdotool, imagemagick; for two displays xserver-xephyr and x11-utils, for the .rpm
# rpm, and what hands.sh names. Screenshots stay in target/try-it.
set -u
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$project/target/try-it
root=$work/debian
display=:${TRY_DISPLAY:-79}
failures=0
mkdir -p "$work"
started=

say() { printf '%s\n' "$*"; }
check() { # WORDS COMMAND...: prints the words and whether the command went well
    words=$1
    shift
    if "$@" >"$work/last.log" 2>&1; then say "ok      $words"; else
        say "FAILED  $words"
        sed 's/^/        /' "$work/last.log" | tail -5
        failures=$((failures + 1))
    fi
}
end() {
    for process in $started; do kill "$process" 2>/dev/null; done
    umount "$root/proc" "$root/tmp/.X11-unix" 2>/dev/null
}
trap end EXIT

one() { # the one file that a pattern stands for
    set -- $1
    [ $# = 1 ] && [ -f "$1" ] && printf '%s' "$1"
}
deb=$(one "$project/target/installer/clipscope_*.deb") || { say "no .deb in target/installer"; exit 2; }
archive=$(one "$project/target/installer/clipscope-*.tar.gz") || { say "no archive in target/installer"; exit 2; }

screen() {
    [ -e "/tmp/.X11-unix/X${display#:}" ] && return
    # a window at scale 2 has room, and two displays beside each other
    Xvfb "$display" -screen 0 2800x1800x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
    started="$started $!"
    sleep 1
    DISPLAY=$display openbox >"$work/openbox.log" 2>&1 &
    started="$started $!"
    sleep 1
}
# a window of that name within a minute
window() { DISPLAY=$display timeout 60 xdotool search --sync --onlyvisible --name '^ClipScope' | head -1; }
shot() { DISPLAY=$display import -window root "$work/$1.png"; }
# as a person does: a window that xdotool itself destroys ends without a word to the program
# (and in one command with the search, the key would go to the window itself, past the window manager)
close_window() {
    DISPLAY=$display xdotool search --onlyvisible --name '^ClipScope' windowactivate --sync
    DISPLAY=$display xdotool key alt+F4
}
# until the program says that its window is drawn; a busy machine takes a while
drawn() { timeout 90 sh -c 'until grep -q "window is drawn" "$1"; do sleep 0.2; done' sh "$1"; }

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/home/person "$@"; }
as_person() { inside setpriv --reuid=1000 --regid=1000 --clear-groups /usr/bin/env "$@"; }
best_is() { # LABEL COMMAND...: the first label of the answer
    wanted=$1
    shift
    "$@" 2>&1 | tee /dev/stderr | grep -m1 -E '^ +[0-9.]+ %' | grep -q "$wanted\$"
}

say "== the .deb in a clean Debian"
if [ ! -d "$work/base" ]; then
    debootstrap --variant=minbase bookworm "$work/base.part" >"$work/debootstrap.log" 2>&1 || { tail -3 "$work/debootstrap.log"; exit 2; }
    mv "$work/base.part" "$work/base"
fi
rm -rf "$root"
cp -a "$work/base" "$root"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null
[ -d /etc/apt/apt.conf.d ] && cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix" "$root/home/person/pictures"
cp "$project"/models/clipscope-nano/samples/never-seen/0[1-3]*.png "$root/home/person/pictures/"
chown -R 1000:1000 "$root/home/person"
find "$root" -xdev \( -path "$root/proc" -o -path "$root/tmp" -o -path "$root/var" \) -prune -o -print | sort >"$work/before.txt"
cp "$deb" "$root/tmp/clipscope.deb"
inside apt-get update >"$work/apt.log" 2>&1
check "installs with its declared dependencies only" \
    inside DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /tmp/clipscope.deb
# libjsound wants ALSA and belongs to java.desktop; the program makes no sound
missing() { inside sh -c 'find /opt/clipscope -name "*.so*" -not -name libjsound.so -type f | LD_LIBRARY_PATH=/opt/clipscope/runtime/lib:/opt/clipscope/runtime/lib/server xargs ldd 2>/dev/null | grep "not found" | sort -u'; }
check "no library misses another" test -z "$(missing)"
check "clipscope is on the PATH" as_person clipscope --version
inside DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends man-db >"$work/man.log" 2>&1
manual() { inside MANPAGER=cat man clipscope | grep -q 'explore CLIP on your own machine'; }
check "man clipscope finds its page" manual
check "classify names the cat" best_is cat as_person clipscope classify --labels cat,dog,pizza /home/person/pictures/01-cat.png

screen
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
as_person DISPLAY="$display" clipscope --timings /home/person/pictures >"$work/window.log" 2>&1 &
process=$!
started="$started $process"
check "the window opens with image files" test -n "$(window)"
check "the window is drawn" drawn "$work/window.log"
belongs() { # to the desktop entry: else a dock shows it as some other program
    entry=$(sed -n 's/^StartupWMClass=//p' "$root/usr/share/applications/clipscope.desktop")
    DISPLAY=$display xprop -id "$(window)" WM_CLASS | tee /dev/stderr | grep -q "\"$entry\""
}
if command -v xprop >/dev/null; then check "the window belongs to the desktop entry" belongs; fi
sleep "${TRY_SECONDS:-8}"
shot deb-window
close_window
check "the window closes" timeout 90 tail --pid=$process -f /dev/null
cat "$work/window.log"
left() { find "$root/home/person" "$root/tmp" -xdev -newer "$root/tmp/clipscope.deb" -type f | grep -v -e clipscope.deb -e '/\.config/clipscope/' -e '/\.cache/fontconfig/' -e '/\.config/dconf/' -e '/\.cache/mesa'; }
check "nothing is unpacked into the person's folders" test -z "$(left)"
. "$project/packaging/linux/try/crash.sh"
inside apt-get remove -y clipscope >"$work/remove.log" 2>&1
inside apt-get autoremove -y >>"$work/remove.log" 2>&1
check "man clipscope finds nothing any more" sh -c "! chroot '$root' man -w clipscope"
check "nothing of the program is left" test -z "$(find "$root" -xdev -path "$root/proc" -prune -o -path '*clipscope*' -not -path '*/.config/clipscope*' -not -name clipscope.deb -print | grep -v '/var/')"
check "the person's data are left" test -d "$root/home/person/.config/clipscope"
umount "$root/tmp/.X11-unix"

say "== the archive, from an awkward place, as a person without rights"
place="$work/Ärger mit \"Ordnern\" 図"
rm -rf "$place"
mkdir -p "$place"
tar -xzf "$archive" -C "$place"
home=$work/person
rm -rf "$home"
mkdir -p "$home"
chown -R nobody: "$home"
chmod -R a-w "$place"
program="$place/clipscope/bin/clipscope"
cat_picture="$place/clipscope/models/clipscope-nano/samples/never-seen/01-cat.png"
person() { setpriv --reuid="$(id -u nobody)" --regid="$(id -g nobody)" --clear-groups env -i PATH=/usr/bin:/bin "$@"; }
# a home that the system does not tell: that of nobody is /nonexistent
check "without a home" best_is cat person "$program" classify --labels cat,dog "$cat_picture"
check "with LANG=C" best_is cat person LANG=C XDG_CONFIG_HOME="$home" "$program" classify --labels cat,dog "$cat_picture"
check "with LANG=tr_TR.UTF-8" best_is cat person LANG=tr_TR.UTF-8 XDG_CONFIG_HOME="$home" "$program" classify --labels cat,dog "$cat_picture"
chmod a-w "$home"
check "with a read-only home" best_is cat person XDG_CONFIG_HOME="$home/config" "$program" classify --labels cat,dog "$cat_picture"
for how in GDK_SCALE=1 GDK_SCALE=2 JDK_JAVA_OPTIONS=-Dglass.gtk.uiScale=1.5 JDK_JAVA_OPTIONS=-Dglass.gtk.uiScale=2; do
    scale=${how#*glass.gtk.}
    person DISPLAY="$display" "$how" XDG_CONFIG_HOME="$home/config" "$program" --timings "$cat_picture" >"$work/archive-$scale.log" 2>&1 &
    process=$!
    started="$started $process"
    check "the window opens with $scale and a read-only home" test -n "$(window)"
    check "the window is drawn with $scale" drawn "$work/archive-$scale.log"
    sleep "${TRY_SECONDS:-8}"
    shot "archive-$scale"
    close_window
    check "the window closes with $scale" timeout 90 tail --pid=$process -f /dev/null
done

say "== with the hands of a person"
mkdir -p "$work/hands"
chown -R nobody: "$work/hands"
hands() { # prints all that it found
    person HANDS_FOLDER="$work/hands" "$project/packaging/linux/hands.sh" all "$program" | tee /dev/stderr | grep -q '^all .* went well'
}
chmod u+w "$home"
hands || failures=$((failures + 1))

say "== two displays beside each other"
. "$project/packaging/linux/try/two-displays.sh"

say "== the .rpm"
. "$project/packaging/linux/try/rpm.sh"

say "screenshots: $work/*.png"
[ $failures = 0 ] && say "all went well" || say "$failures failed"
exit $((failures > 0))
