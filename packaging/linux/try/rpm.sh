# Part of try-it.sh: the .rpm, installed into a root of its own and started from there, with this system's libraries.

rpm_root=$work/rpm
holds() { # FILE...: whether all of them are in the package
    rpm -qpl "$rpm" >"$work/rpm-files.txt"
    for file in "$@"; do grep -qx "$file" "$work/rpm-files.txt" || { echo "no $file"; return 1; }; done
}
needs_what_it_declares() { # nothing that a build machine has by chance
    rpm -qpR "$rpm" | grep -v '^rpmlib(' | sort >"$work/rpm-needs.txt"
    sed -n 's/^Requires: *//p' "$project/packaging/linux/clipscope.spec" | tr -d ' ' | tr ',' '\n' | sort | diff - "$work/rpm-needs.txt"
}
gone() { ! find "$rpm_root" -path "$rpm_root/var" -prune -o -path '*clipscope*' -print | grep .; }

if rpm=$(one "$project/target/installer/clipscope-*.rpm") && command -v rpm >/dev/null; then
    rm -rf "$rpm_root"
    mkdir -p "$rpm_root"
    check "all its files are in it" holds /usr/bin/clipscope /opt/clipscope/bin/clipscope /opt/clipscope/runtime/bin/java \
        /usr/share/applications/clipscope.desktop /usr/share/mime/packages/clipscope.xml /usr/share/man/man1/clipscope.1.gz
    check "it needs what it declares" needs_what_it_declares
    check "it installs" rpm --root "$rpm_root" --dbpath /var/lib/rpm --nodeps -i "$rpm"
    check "classify names the cat" best_is cat "$rpm_root/opt/clipscope/bin/clipscope" classify --labels cat,dog,pizza \
        "$project/models/clipscope-nano/samples/never-seen/01-cat.png"
    DISPLAY=$display XDG_CONFIG_HOME=$work/rpm-person "$rpm_root/opt/clipscope/bin/clipscope" --timings >"$work/rpm.log" 2>&1 &
    process=$!
    started="$started $process"
    check "its window is drawn" drawn "$work/rpm.log"
    shot rpm-window
    close_window
    check "its window closes" timeout 90 tail --pid=$process -f /dev/null
    check "it goes without a trace" rpm --root "$rpm_root" --dbpath /var/lib/rpm -e clipscope
    check "nothing of it is left" gone
else
    say "skipped the .rpm: there is none, or no rpm to read it"
fi
