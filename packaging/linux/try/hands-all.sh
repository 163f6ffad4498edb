# Part of hands.sh: every drop target, what other programs drag and copy, every workspace without a mouse.

say "-- dragged from a file manager (PCManFM)"
check "onto the first page" drops 1 50 60 01
check "onto the picture" drops 1 30 40 02
check "onto the strip" drops 1 60 90 03
check "onto the labels" drops 1 80 40 04
check "onto what already shows a page: several at once" drops 3 30 40 05 06 07
page=2
for sample in 08 09 10 11 12; do
    keys "ctrl+$page"
    check "onto workspace $page" drops 1 60 50 "$sample"
    page=$((page + 1))
done
keys ctrl+comma
check "onto the settings" drops 1 60 50 13
keys ctrl+1
folder_of 14 15
mkdir "$folder/inner"
mv "$folder"/15-* "$folder/inner/"
mkdir "$work/drag/outer"
mv "$folder" "$work/drag/outer/pictures"
onto "$work/drag/outer" 30 40
check "a folder, with one inside it" more 2
folder_of 16
printf 'no picture' >"$folder/broken.png"
cp "$samples"/01-*.png "$folder/locked.png"
chmod 000 "$folder/locked.png"
onto "$folder" 30 40 all
check "a picture beside a broken and a locked one" more 3
sleep 1
# what could not be read stands in the status line, behind which is a list that can be copied
xdotool mousemove --window "$there" $((at_WIDTH - 125)) $((at_HEIGHT - 18)) click 1
sleep 1
shot unreadable
xdotool key --delay 100 shift+Tab shift+Tab space
sleep 0.5
named() { copied | tee /dev/stderr | grep -q "$1"; }
check "the broken one is named" named broken.png
if [ -r "$folder/locked.png" ]; then say "skipped the locked one: root reads everything"; else
    check "the locked one is named" named locked.png
fi
xdotool key Escape
sleep 0.5
shot dragged
keys ctrl+2
mkdir "$work/drag/captions"
for sample in 01 02 03; do
    file=$(basename "$samples/$sample"-*.png)
    printf '%s,a drawing of number %s\n' "$file" "$sample"
done | sed '1i file,caption' >"$work/drag/captions/captions.csv"
onto "$work/drag/captions" 60 50
check "a table of captions onto the grid makes pairs" holds '.pairs | length' 3
shot pairs
keys ctrl+z ctrl+1
keys ctrl+6
folder_of 01 02 03
mkdir "$work/drag/lessons"
mv "$folder" "$work/drag/lessons/lesson"
onto "$work/drag/lessons" 60 50
sleep 2
shot train
check "a folder onto Train is for the training, not for the session" holds '.images | length' "$pictures"
keys ctrl+1
mkdir "$work/drag/models"
cp -r "$project/models/clipscope-nano" "$work/drag/models/second"
onto "$work/drag/models" 30 40
second_model() { jq -e '.model | endswith("/second")' "$(kept)"; }
sleep 3
folder_of 01
mv "$folder"/01-* "$folder/another.png"
onto "$folder" 30 40
check "a picture after a model's folder" more 1
check "the model's folder was opened" within 10 second_model
mkdir "$work/drag/sessions"
printf '{"clipscope": 1, "images": [], "selected": -1, "labels": ["heron", "fox"], "template": "a {}"}' \
    >"$work/drag/sessions/mine.clipscope"
onto "$work/drag/sessions" 30 40
sleep 1
pictures=0
check "a picture after a session" drops 1 30 40 01
check "the session was opened" holds .labels '["heron","fox"]'

say "-- dragged from a web page (Chromium)"
page() { # NAME BODY
    printf '<body style="margin:0">%s' "$2" >"$work/$1.html"
    chromium --no-sandbox --no-first-run --user-data-dir="$work/chromium" --window-position=0,0 --window-size=420,420 \
        --app="file://$work/$1.html" >"$work/chromium.log" 2>&1 &
    browser=$!
    started="$started $browser"
    # its first windows vanish while they are looked at
    shown=$(timeout 40 xdotool search --sync --onlyvisible --class chromium 2>>"$work/chromium.log" | tail -1)
    sleep 3
    xdotool windowmove "$shown" 0 0 windowactivate --sync "$shown" 2>>"$work/chromium.log"
    sleep 1
}
leave_page() {
    kill "$browser"
    wait "$browser" 2>/dev/null
}
if command -v chromium >/dev/null; then
    page picture "<img src='file://$(echo "$samples"/05-*.png)' style='width:380px'>"
    drag 150 200 $((at_X + 250)) $((at_Y + 300))
    leave_page
    check "a picture" more 1
    page words "<pre style='font-size:70px;margin:60px 10px'>owl<br>bee</pre>"
    xdotool key ctrl+a
    sleep 0.5
    drag 60 150 $((at_X + at_WIDTH * 80 / 100)) $((at_Y + at_HEIGHT * 45 / 100))
    leave_page
    check "two lines of text onto the labels" holds .labels '["heron","fox","owl","bee"]'
    shot chromium
else
    say "skipped what is dragged from a web page: chromium is not there"
fi

say "-- the clipboard of other programs (xclip)"
check "a picture" pastes_pictures 1 image/png "$samples"/06-*.png
address "$samples"/07-*.png "$samples"/08-*.png
check "two files" pastes_pictures 2 text/uri-list "$work/addresses"
printf 'pear\nplum\n' >"$work/labels.txt"
pastes_labels() {
    was=$(jq -c .labels "$(kept)")
    copies UTF8_STRING "$work/labels.txt" && ask_for "add labels" && xdotool key ctrl+v Return &&
        holds .labels "${was%]},\"pear\",\"plum\"]"
}
check "two labels" pastes_labels
shot pasted

say "-- every workspace, without a mouse"
xdotool mousemove 1399 899
keys ctrl+1
typed() { was=$(jq -c .labels "$(kept)") && typed_label "kite" "${was%]},\"kite\"]"; }
check "Classify: a label typed" typed
check "Classify: the results as a table" rows_copied "copy results" "$pictures"
keys ctrl+2
check "Grid: copied as a table" rows_copied "copy as table" "$pictures"
keys ctrl+3
templates() { ask_for "add a template" && words "a sketch of a {}" && xdotool key Return &&
    holds '[.templates[] | select(.template == "a sketch of a {}")] | length' 1; }
check "Prompts: a template added" templates
keys ctrl+4
ask_for "model B clipscope-nano"
sleep 4
check "Duel: the same model as B, its images as a table" rows_copied "copy images as table" "$pictures"
shot duel
keys ctrl+5
check "Models: the certificate copied" rows_copied "copy the certificate" 5
keys ctrl+comma
ask_for "dark"
dark() { [ "$(jq -r .window.theme "$config/clipscope/settings.json")" = dark ]; }
check "Settings: dark" within 5 dark
keys ctrl+6
rm -rf "$work/lesson"
mkdir "$work/lesson"
for sample in 01 02 03 04 05 06 07 08; do
    cp "$samples"/$sample-*.png "$work/lesson/$sample.png"
    echo "number $sample" >"$work/lesson/$sample.txt"
done
trains() {
    # the first letter opens the dialog's field, which takes a moment
    ask_for "choose captions" && sleep 2 && words / && sleep 1 && words "${work#/}/lesson" && xdotool key Return && sleep 1
    xdotool key alt+o # the dialog has only gone there
    sleep 3
    shot train-keyboard
    ask_for "go to steps" && xdotool key ctrl+a && words 3 && xdotool key Return
    ask_for "start training"
    within 60 sh -c 'ls "$1"/clipscope/trained/*/config.json' sh "$config"
}
check "Train: three steps with a folder that was typed" trains
shot keyboard
